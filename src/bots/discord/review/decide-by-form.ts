import type {
  APIMessageComponentInteraction,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
} from 'discord.js';
import type { DeskDecision } from '../../../moderation/curation/review-desk.ts';
import type { PromptRequest } from '../../../requests/index.ts';
import { DECLINE_REASONS } from '../../../wording/index.ts';
import { sayDeskOutcome } from '../../../wording/say-interface.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { declineForm, editForm, fieldIn, takeDownForm } from './card-forms.ts';
import { readSubject, seenMark } from './card-ids.ts';
import type { Curating } from './curating.ts';
import { decide } from './decide-by-press.ts';
import { findCurator, findTheirs } from './find-curator.ts';

type Form = APIModalInteractionResponseCallbackData;

export type FormAction = 'edit' | 'decline' | 'take-down';

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
      return declineForm(key, request, locale);
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

type DecisionFor = (request: PromptRequest) => DeskDecision | 'changed';

function decisionIn(
  action: FormAction,
  { payload, locale, subject }: Interaction<APIModalSubmitInteraction>,
  { readAsked }: Curating,
): DecisionFor | string {
  switch (action) {
    case 'edit': {
      const reading = readAsked(`${fieldIn(payload, 'prompt')} ${fieldIn(payload, 'options')}`, locale);
      if ('problem' in reading) return reading.problem;
      const { seen } = readSubject(subject);
      // The picture is made with the words, and the curator has not seen another one.
      return (request) => (seenMark(request) === seen ? { action: 'approve', ...reading } : 'changed');
    }
    case 'decline': {
      const chosen = fieldIn(payload, 'reason');
      const reason = DECLINE_REASONS.find((each) => each === chosen) ?? 'other';
      const note = fieldIn(payload, 'note');
      const neverAgain = fieldIn(payload, 'never-again') === 'true';
      return () => ({ action: 'decline', reason, ...(note === '' ? {} : { note }), ...(neverAgain && { neverAgain }) });
    }
    case 'take-down':
      return () => ({ action: 'take-down', reason: fieldIn(payload, 'reason') });
    default:
      return action satisfies never;
  }
}
