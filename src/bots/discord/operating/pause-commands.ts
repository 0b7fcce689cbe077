import type { APIApplicationCommandInteraction } from 'discord.js';
import { toInstant } from '../../../requests/index.ts';
import { moment, sayToOperators } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { forOperator } from './for-operator.ts';
import type { Operating } from './operating.ts';

/** `/opencall pause`: nothing new is taken in or begun, in all processes, until somebody resumes. */
export function pauseCommand(operating: Operating): InteractionHandler<APIApplicationCommandInteraction> {
  return ofTheHouse(operating, async ({ member, locale }) => {
    const { paused } = await operating.house.load();
    if (paused) {
      return sayToOperators(locale, 'paused-since', { date: moment(locale, paused.at), name: paused.by });
    }
    await operating.house.change({ paused: { by: member.name, at: toInstant(operating.clock()) } });
    return sayToOperators(locale, 'paused-now');
  });
}

export function resumeCommand(operating: Operating): InteractionHandler<APIApplicationCommandInteraction> {
  return ofTheHouse(operating, async ({ locale }) => {
    const { paused } = await operating.house.load();
    if (!paused) return sayToOperators(locale, 'not-paused');
    await operating.house.change({ paused: null });
    return sayToOperators(locale, 'resumed');
  });
}

function ofTheHouse(
  operating: Operating,
  act: (interaction: Interaction) => Promise<string>,
): InteractionHandler<APIApplicationCommandInteraction> {
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      await interaction.respond.answer({ content: escapeText(await act(interaction)) });
    },
  });
}
