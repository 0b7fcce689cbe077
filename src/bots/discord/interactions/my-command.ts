import { type APIApplicationCommandInteraction, ApplicationCommandType } from 'discord.js';
import type { Interaction, InteractionHandler } from './interaction.ts';

/** `/my …`: each of its parts by name. */
export function myCommand(
  parts: Readonly<Record<string, (interaction: Interaction<APIApplicationCommandInteraction>) => Promise<void>>>,
): InteractionHandler<APIApplicationCommandInteraction> {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { data } = interaction.payload;
      if (data.type !== ApplicationCommandType.ChatInput) return;
      await parts[data.options?.[0]?.name ?? '']?.(interaction);
    },
  };
}
