import type { APIInteraction } from 'discord.js';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import type { DiscordServer } from '../servers/discord-server.ts';
import { findOperator, type Reach } from './find-operator.ts';
import type { Operating } from './operating.ts';

interface OperatorsHandler<Payload extends APIInteraction> {
  acknowledge: Exclude<InteractionHandler<Payload>['acknowledge'], 'update'>;
  run(interaction: Interaction<Payload>, server: DiscordServer): Promise<void>;
}

/** Does it for the operators of a server alone; anybody else is told why not. */
export function forOperator<Payload extends APIInteraction>(
  operating: Operating,
  reach: Reach,
  { acknowledge, run }: OperatorsHandler<Payload>,
): InteractionHandler<Payload> {
  return {
    acknowledge,
    async run(interaction) {
      const server = await findOperator(interaction, operating, reach);
      if (typeof server !== 'string') return run(interaction, server);
      const why = escapeText(server);
      const { respond } = interaction;
      return acknowledge === 'itself' ? respond.answerAtOnce(why) : respond.answer({ content: why });
    },
  };
}
