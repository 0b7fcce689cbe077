import type { APIApplicationCommandInteraction, APIModalSubmitInteraction } from 'discord.js';
import { choosingUntil, wasCalledOff } from '../../../calls/call.ts';
import { detailsOf, planProblems } from '../../../calls/call-plan.ts';
import { type CallChange, closeCall, extendCall, openCall } from '../../../calls/change-call.ts';
import { readOpening } from '../../../calls/read-call-plan.ts';
import type { Locale } from '../../../requests/index.ts';
import { moment, sayToOperators } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import { givenOptions } from '../interactions/given-options.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { offerAnnouncement } from './announce-command.ts';
import { extendForm, type FormProblem, openForm, openingOfForm, readCallForm } from './call-forms.ts';
import { describeCall, sayProblems, themeOf } from './call-text.ts';
import { chosenCall } from './chosen-call.ts';
import { forOperator } from './for-operator.ts';
import type { Operating } from './operating.ts';

type CommandHandler = InteractionHandler<APIApplicationCommandInteraction>;
type FormHandler = InteractionHandler<APIModalSubmitInteraction>;

/** `/opencall call open`: the form for it; with `opens`, for one that is planned. */
export function openCallCommand(operating: Operating): CommandHandler {
  return forOperator(operating, 'house', {
    acknowledge: 'itself',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const opening = openingGiven(payload, operating.clock());
      if ('problems' in opening) return respond.answerAtOnce(sayProblems(locale, opening.problems));
      await respond.showForm(openForm(locale, opening.opensAt));
    },
  });
}

export function takeOpenCall(operating: Operating): FormHandler {
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      const { calls, clock, newId } = operating;
      const opensAt = openingOfForm(interaction.subject);
      const opening = opensAt === undefined ? clock() : new Date(opensAt);
      await takeForm(
        interaction,
        operating,
        { opening, told: opensAt === undefined ? 'opened' : 'planned' },
        async ({ plan }) => {
          const planned = opensAt === undefined ? plan : { ...plan, opensAt };
          const change = openCall(planned, { id: newId(), now: clock() });
          if (change.outcome === 'changed') await calls.save(change.call);
          return change;
        },
      );
    },
  });
}

/** `/opencall call extend`: the form, with what holds now in it. */
export function extendCallCommand(operating: Operating): CommandHandler {
  return forOperator(operating, 'house', {
    acknowledge: 'itself',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const call = await chosenCall(operating, payload);
      const change =
        call && extendCall(call, { budgetUsd: call.budgetUsd, caps: call.caps, closesAt: null }, operating.clock());
      if (!call || change?.outcome !== 'changed') return respond.answerAtOnce(escapeText(refusal(locale, change)));
      await respond.showForm(extendForm(locale, call));
    },
  });
}

export function takeExtendCall(operating: Operating): FormHandler {
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      const { calls, clock } = operating;
      await takeForm(interaction, operating, { opening: clock(), told: 'extended' }, async ({ plan, winners }) => {
        const call = await calls.find(interaction.subject);
        const change = call && extendCall(call, { ...plan, details: { ...detailsOf(call), winners } }, clock());
        if (change?.outcome === 'changed') await calls.save(change.call);
        return change;
      });
    },
  });
}

/** `/opencall call close`: at once, since extending it opens it again. */
export function closeCallCommand(operating: Operating): CommandHandler {
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const call = await chosenCall(operating, payload);
      const change = call && closeCall(call, operating.clock());
      if (change?.outcome !== 'changed') return respond.answer({ content: escapeText(refusal(locale, change)) });
      await operating.calls.save(change.call);
      if (wasCalledOff(change.call)) {
        const said = sayToOperators(locale, 'call-called-off', { theme: themeOf(locale, change.call) });
        return respond.answer({ content: escapeText(said) });
      }
      const date = moment(locale, choosingUntil(change.call) ?? '');
      const theme = themeOf(locale, change.call);
      await respond.answer({ content: escapeText(sayToOperators(locale, 'call-closed', { theme, date })) });
    },
  });
}

/** When the call that is asked for is to open, or why it cannot; null: at once. */
function openingGiven(
  payload: APIApplicationCommandInteraction,
  now: Date,
): { opensAt: string | null } | { problems: FormProblem[] } {
  const reading = readOpening(String(givenOptions(payload).get('opens') ?? ''), now);
  if (!reading.read) return { problems: ['opening-unreadable'] };
  const opensAt = reading.value;
  const window = { opensAt: opensAt ?? undefined, closesAt: null };
  const problems = planProblems({ theme: 'any', budgetUsd: null, caps: {}, ...window }, now);
  return problems.length > 0 ? { problems } : { opensAt };
}

type Filled = Extract<ReturnType<typeof readCallForm>, { plan: object }>;
interface Taken {
  /** From when the call is open. */
  opening: Date;
  told: 'opened' | 'planned' | 'extended';
}

/** Reads a form, does what it says, and tells the operator; what everybody may know of it is announced by a press of theirs. */
async function takeForm(
  interaction: Interaction<APIModalSubmitInteraction>,
  operating: Operating,
  { opening, told }: Taken,
  act: (filled: Filled) => Promise<CallChange | null>,
): Promise<void> {
  const { payload, locale, respond } = interaction;
  const reading = readCallForm(payload, opening);
  if ('problems' in reading) return respond.answer({ content: sayProblems(locale, reading.problems) });
  const change = await act(reading);
  if (change?.outcome === 'problems') return respond.answer({ content: sayProblems(locale, change.problems) });
  if (change?.outcome !== 'changed') return respond.answer({ content: escapeText(refusal(locale, change)) });
  const described = describeCall(locale, `call-${told}`, change.call);
  if (told === 'planned') {
    const later = escapeText(sayToOperators(locale, 'announce-later'));
    return respond.answer({ content: `${described}\n${later}` });
  }
  const offer = await offerAnnouncement(operating, change.call.id, locale);
  await respond.answer({ ...offer, content: `${described}\n${offer.content}` });
}

function refusal(locale: Locale, change: CallChange | null): string {
  if (change?.outcome === 'standing') return sayToOperators(locale, 'call-standing');
  if (change?.outcome === 'closed-already') return sayToOperators(locale, 'call-closed-already');
  return sayToOperators(locale, 'call-unknown');
}
