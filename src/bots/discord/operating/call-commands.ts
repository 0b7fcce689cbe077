import type { APIApplicationCommandInteraction, APIModalSubmitInteraction } from 'discord.js';
import { choosingUntil } from '../../../calls/call.ts';
import { detailsOf } from '../../../calls/call-plan.ts';
import { type CallChange, closeCall, extendCall, openCall } from '../../../calls/change-call.ts';
import type { Locale } from '../../../requests/index.ts';
import { moment, sayToOperators } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { offerAnnouncement } from './announce-command.ts';
import { extendForm, openForm, readCallForm } from './call-forms.ts';
import { describeCall, sayProblems, themeOf } from './call-text.ts';
import { chosenCall } from './chosen-call.ts';
import { findOperator } from './find-operator.ts';
import type { Operating } from './operating.ts';
import { tellExtended } from './tell-extended.ts';

type CommandHandler = InteractionHandler<APIApplicationCommandInteraction>;
type FormHandler = InteractionHandler<APIModalSubmitInteraction>;

/** `/opencall call open`: the form for it. */
export function openCallCommand(operating: Operating): CommandHandler {
  return {
    acknowledge: 'itself',
    async run(interaction) {
      const { locale, respond } = interaction;
      const server = await findOperator(interaction, operating, 'house');
      if (typeof server === 'string') return respond.answerAtOnce(escapeText(server));
      await respond.showForm(openForm(locale));
    },
  };
}

export function takeOpenCall(operating: Operating): FormHandler {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { calls, clock, newId } = operating;
      await takeForm(interaction, operating, async ({ plan }) => {
        const change = openCall(plan, { id: newId(), now: clock() });
        if (change.outcome === 'changed') await calls.save(change.call);
        return { change, told: 'opened' };
      });
    },
  };
}

/** `/opencall call extend`: the form, with what holds now in it. */
export function extendCallCommand(operating: Operating): CommandHandler {
  return {
    acknowledge: 'itself',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const server = await findOperator(interaction, operating, 'house');
      if (typeof server === 'string') return respond.answerAtOnce(escapeText(server));
      const call = await chosenCall(operating, payload);
      const change =
        call && extendCall(call, { budgetUsd: call.budgetUsd, caps: call.caps, closesAt: null }, operating.clock());
      if (!call || change?.outcome !== 'changed') return respond.answerAtOnce(escapeText(refusal(locale, change)));
      await respond.showForm(extendForm(locale, call));
    },
  };
}

export function takeExtendCall(operating: Operating): FormHandler {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { calls, clock } = operating;
      await takeForm(interaction, operating, async ({ plan, winners }) => {
        const call = await calls.find(interaction.subject);
        const change = call && extendCall(call, { ...plan, details: { ...detailsOf(call), winners } }, clock());
        if (change?.outcome === 'changed') await calls.save(change.call);
        return { change, told: 'extended' };
      });
    },
  };
}

/** `/opencall call close`: at once, since extending it opens it again. */
export function closeCallCommand(operating: Operating): CommandHandler {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const server = await findOperator(interaction, operating, 'house');
      if (typeof server === 'string') return respond.answer({ content: escapeText(server) });
      const call = await chosenCall(operating, payload);
      const change = call && closeCall(call, operating.clock());
      if (change?.outcome !== 'changed') return respond.answer({ content: escapeText(refusal(locale, change)) });
      await operating.calls.save(change.call);
      const date = moment(locale, choosingUntil(change.call) ?? '');
      const theme = themeOf(locale, change.call);
      await respond.answer({ content: escapeText(sayToOperators(locale, 'call-closed', { theme, date })) });
    },
  };
}

type Filled = Extract<ReturnType<typeof readCallForm>, { plan: object }>;

/** Reads a form, does what it says, and tells the operator; a call that was opened is announced by a press of theirs. */
async function takeForm(
  interaction: Interaction<APIModalSubmitInteraction>,
  operating: Operating,
  act: (filled: Filled) => Promise<{ change: CallChange | null; told: 'opened' | 'extended' }>,
): Promise<void> {
  const { payload, locale, respond } = interaction;
  const server = await findOperator(interaction, operating, 'house');
  if (typeof server === 'string') return respond.answer({ content: escapeText(server) });
  const reading = readCallForm(payload, operating.clock());
  if ('problems' in reading) return respond.answer({ content: sayProblems(locale, reading.problems) });
  const { change, told } = await act(reading);
  if (change?.outcome === 'problems') return respond.answer({ content: sayProblems(locale, change.problems) });
  if (change?.outcome !== 'changed') return respond.answer({ content: escapeText(refusal(locale, change)) });
  const described = describeCall(locale, `call-${told}`, change.call);
  if (told === 'extended') {
    const notTold = await tellExtended(operating, change.call, locale);
    return respond.answer({ content: [described, ...notTold].join('\n') });
  }
  const offer = await offerAnnouncement(operating, change.call.id, locale);
  await respond.answer({ ...offer, content: `${described}\n${offer.content}` });
}

function refusal(locale: Locale, change: CallChange | null): string {
  if (change?.outcome === 'standing') return sayToOperators(locale, 'call-standing');
  if (change?.outcome === 'closed-already') return sayToOperators(locale, 'call-closed-already');
  return sayToOperators(locale, 'call-unknown');
}
