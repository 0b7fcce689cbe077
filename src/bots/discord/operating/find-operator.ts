import type { APIInteraction } from 'discord.js';
import { sayToOperators } from '../../../wording/index.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { DiscordServer } from '../servers/discord-server.ts';
import { mayOperate } from '../servers/member-rights.ts';
import type { Operating } from './operating.ts';

/** What an operator does holds in their server, or in all of the house; that only the home server's may do. */
export type Reach = 'server' | 'house';

/**
 * The settings of the server whose operator it is; a sentence where they may not. Looked up at each use, by what Discord
 * says the person may now: that the command was offered counts for nothing.
 */
export async function findOperator(
  { payload, locale }: Pick<Interaction, 'payload' | 'locale'>,
  { servers }: Pick<Operating, 'servers'>,
  reach: Reach,
): Promise<DiscordServer | string> {
  const { guild_id, member } = payload as APIInteraction;
  if (guild_id === undefined || !member) return sayToOperators(locale, 'only-in-servers');
  const [server, home] = await Promise.all([servers.settingsOf(guild_id), servers.home()]);
  if (!server) return sayToOperators(locale, home === null ? 'no-home-yet' : 'not-our-server');
  if (!mayOperate(server, member)) return sayToOperators(locale, 'not-an-operator');
  if (reach === 'house' && home !== guild_id) return sayToOperators(locale, 'only-at-home');
  return server;
}
