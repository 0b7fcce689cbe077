import type {
  APIMessageComponentInteraction,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
} from 'discord.js';
import { type PromptRequest, takesOthers } from '../../../requests/index.ts';
import { HOLD_SPANS, untilOf } from '../../../wording/hold-spans.ts';
import { DECLINE_REASONS, sayAsAtDesk } from '../../../wording/index.ts';
import { sayDeskOutcome } from '../../../wording/say-interface.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { askForm, declineForm, editForm, fieldIn, holdForm, mergeForm, takeDownForm } from './card-forms.ts';
import { type FormAction, readSubject, seenMark } from './card-ids.ts';
import type { Curating } from './curating.ts';
import { type DecisionFor, decide } from './decide-by-press.ts';
import { type Curator, findCurator, findTheirs } from './find-curator.ts';

/** As many as the desk's page offers. */
const SIMILAR = 9;

type Form = APIModalInteractionResponseCallbackData;

/** A button that asks for more: who presses it has the request in hand until the form is sent. */
export function showCardForm(
  action: FormAction,
  curating: Curating,
): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'itself',
    async run(interaction) {
      const { respond } = interaction;
      const answer = await formFor(action, interaction, curating);
      await (typeof answer === 'string' ? respond.answerAtOnce(escapeText(answer)) : respond.showForm(answer));
    },
  };
}

/** The form, or a sentence that says why there is none. */
async function formFor(action: FormAction, interaction: Interaction, curating: Curating): Promise<Form | string> {
  const { subject, locale } = interaction;
  const { requestId, key } = readSubject(subject);
  const curator = await findCurator(interaction, curating);
  if (typeof curator === 'string') return curator;
  const request = await findTheirs(curator, requestId, interaction, curating);
  if (typeof request === 'string') return request;
  const taken = await curating.desk.act(requestId, curator.name, { action: 'claim' });
  const problem = taken && sayDeskOutcome(locale, taken);
  if (problem) return problem;
  switch (action) {
    case 'edit':
      return editForm(key, request, curating.writeAsked('', request.options), locale);
    case 'decline':
      return declineForm(key, request, await curating.sentences.listFor(curator.name), locale);
    case 'hold':
      return holdForm(key, locale);
    case 'ask':
      return askForm(key, locale);
    case 'merge': {
      const into = await canTake(request, curator, curating);
      return into.length > 0 ? mergeForm(key, into, locale) : sayAsAtDesk(locale, 'mergeNone');
    }
    case 'take-down':
      return takeDownForm(key, locale);
    default:
      return action satisfies never;
  }
}

/** The form that was sent. */
export function decideByForm(action: FormAction, curating: Curating): InteractionHandler<APIModalSubmitInteraction> {
  return {
    acknowledge: 'update',
    async run(interaction) {
      const decision = decisionIn(action, interaction, curating);
      if (typeof decision === 'string') return interaction.respond.answer({ content: escapeText(decision) });
      await decide(interaction, curating, decision);
    },
  };
}

/** The nearest first; whoever curates one server merges into what was asked there only. */
async function canTake(request: PromptRequest, { mine }: Curator, { requests }: Curating): Promise<PromptRequest[]> {
  const similar = (await requests.similar(request, SIMILAR)).filter(takesOthers);
  if (mine === null) return similar;
  const theirs = await Promise.all(similar.map(mine));
  return similar.filter((_, place) => theirs[place]);
}

function decisionIn(
  action: FormAction,
  { payload, locale, subject }: Interaction<APIModalSubmitInteraction>,
  curating: Curating,
): DecisionFor | string {
  switch (action) {
    case 'edit': {
      const reading = curating.readAsked(`${fieldIn(payload, 'prompt')} ${fieldIn(payload, 'options')}`, locale);
      if ('problem' in reading) return reading.problem;
      const { seen } = readSubject(subject);
      // The picture is made with the words, and the curator has not seen another one.
      return (request) => (seenMark(request) === seen ? { action: 'approve', ...reading } : 'changed');
    }
    case 'decline': {
      const chosen = fieldIn(payload, 'reason');
      const reason = DECLINE_REASONS.find((each) => each === chosen) ?? 'other';
      const [written, sentence] = [fieldIn(payload, 'note'), fieldIn(payload, 'sentence')];
      const neverAgain = fieldIn(payload, 'never-again') === 'true';
      return async (request, _, curator) => {
        // The requester reads it in their language.
        const kept = (await curating.sentences.listFor(curator.name)).find(({ id }) => id === sentence);
        const note = [kept?.words[request.locale] ?? '', written].filter((each) => each !== '').join(' ');
        return { action: 'decline', reason, ...(note === '' ? {} : { note }), ...(neverAgain && { neverAgain }) };
      };
    }
    case 'hold': {
      const chosen = fieldIn(payload, 'span');
      const span = HOLD_SPANS.find(({ code }) => code === chosen);
      const until = span ? untilOf(span, curating.clock()) : {};
      const note = fieldIn(payload, 'note');
      return () => ({ action: 'hold', ...until, ...(note === '' ? {} : { note }) });
    }
    case 'ask': {
      const question = fieldIn(payload, 'question');
      return () => ({ action: 'ask', question });
    }
    case 'merge': {
      const into = fieldIn(payload, 'into');
      // What stood in the form may have been asked elsewhere, or cannot take it any more.
      return async (request, _, curator) =>
        (await canTake(request, curator, curating)).some(({ id }) => id === into)
          ? { action: 'merge', into }
          : 'changed';
    }
    case 'take-down':
      return () => ({ action: 'take-down', reason: fieldIn(payload, 'reason') });
    default:
      return action satisfies never;
  }
}
