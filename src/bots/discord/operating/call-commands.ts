import type { APIApplicationCommandInteraction, APIModalSubmitInteraction } from 'discord.js';
import { choosingUntil, wasCalledOff } from '../../../calls/call.ts';
import { detailsOf, planProblems } from '../../../calls/call-plan.ts';
import { type CallChange, closeCall, extendCall, openCall } from '../../../calls/change-call.ts';
import { readOpening, type Window } from '../../../calls/read-call-plan.ts';
import type { Locale } from '../../../requests/index.ts';
import { moment, sayToOperators } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import { givenOptions } from '../interactions/given-options.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { offerAnnouncement } from './announce-command.ts';
import { extendedOfForm, extendForm, type FormProblem, openForm, openingOfForm, readCallForm } from './call-forms.ts';
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
      const opensAt = openingOfForm(interaction.subject);
      const now = operating.clock();
      const window = { opensAt: opensAt ?? now.toISOString(), closesAt: null };
      await takeForm(
        interaction,
        operating,
        { window, now, told: opensAt === undefined ? 'opened' : 'planned' },
        ({ plan }) => openCall({ ...plan, ...(opensAt !== undefined && { opensAt }) }, { id: operating.newId(), now }),
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
      const { id, version } = extendedOfForm(interaction.subject);
      const call = await operating.calls.find(id);
      const now = operating.clock();
      if (!call) return interaction.respond.answer({ content: escapeText(refusal(interaction.locale, null)) });
      await takeForm(interaction, operating, { window: call, now, told: 'extended' }, ({ plan, winners }) =>
        extendCall({ ...call, version }, { ...plan, details: { ...detailsOf(call), winners } }, now),
      );
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
      if (!(await operating.calls.save(change.call))) {
        return respond.answer({ content: escapeText(sayToOperators(locale, 'call-changed')) });
      }
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
  /** When the call opens and ends as it stands. */
  window: Window;
  now: Date;
  told: 'opened' | 'planned' | 'extended';
}

/** Reads a form, does what it says, and tells the operator; what everybody may know of it is announced by a press of theirs. */
async function takeForm(
  interaction: Interaction<APIModalSubmitInteraction>,
  operating: Operating,
  { window, now, told }: Taken,
  act: (filled: Filled) => CallChange,
): Promise<void> {
  const { payload, locale, respond } = interaction;
  const reading = readCallForm(payload, window, now);
  if ('problems' in reading) return respond.answer({ content: sayProblems(locale, reading.problems) });
  const change = act(reading);
  if (change.outcome === 'problems') return respond.answer({ content: sayProblems(locale, change.problems) });
  if (change.outcome !== 'changed') return respond.answer({ content: escapeText(refusal(locale, change)) });
  if (!(await operating.calls.save(change.call))) {
    return respond.answer({ content: escapeText(sayToOperators(locale, 'call-changed')) });
  }
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
