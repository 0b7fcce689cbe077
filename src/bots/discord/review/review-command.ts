import type { APIApplicationCommandInteraction, APIMessageComponentInteraction } from 'discord.js';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { readSubject } from './card-ids.ts';
import type { Curating } from './curating.ts';
import { findCurator } from './find-curator.ts';
import { showAllClear, showCard } from './show-card.ts';

/** `/review`: what waits longest, for one curator alone, who has it in hand from then on. */
export function reviewCommand(curating: Curating): InteractionHandler<APIApplicationCommandInteraction> {
  return { acknowledge: 'private', run: (interaction) => takeNext(interaction, curating, null) };
}

/** Leaves this one to others and goes on to the one behind it. */
export function goOn(curating: Curating): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'update',
    run: (interaction) => takeNext(interaction, curating, readSubject(interaction.subject).requestId),
  };
}

async function takeNext(interaction: Interaction, curating: Curating, behind: string | null): Promise<void> {
  const { desk, queue } = curating;
  const curator = await findCurator(interaction, curating);
  if (typeof curator === 'string') return interaction.respond.answer({ content: curator });
  if (behind !== null) await desk.act(behind, curator.name, { action: 'release' });
  const next = await queue.takeNext(curator.name, behind, curator.mine);
  if (!next) return showAllClear(interaction);
  await showCard(interaction, curating, { requestId: next.id, key: null, curator });
}
