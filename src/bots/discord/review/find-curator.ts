import type { APIInteraction } from 'discord.js';
import type { PromptRequest } from '../../../requests/index.ts';
import { sayToCurators } from '../../../wording/index.ts';
import { sayInterface } from '../../../wording/say-interface.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { type CardSubject, readSubject } from './card-ids.ts';
import type { Curating } from './curating.ts';
import { serverFor } from './server-for.ts';

/** Who presses, and what they may decide. */
export interface Curator {
  /** Their unique name on Discord with `@` before it: names from the desk's page never begin so. */
  name: string;
  mine: ((request: PromptRequest) => Promise<boolean>) | null;
}

/**
 * Looked up at each press, by the roles that Discord says the person has now and the settings of the server now: what a
 * card shows, or who could press it before, counts for nothing. A sentence where they may not.
 */
export async function findCurator({ payload, locale }: Interaction, curating: Curating): Promise<Curator | string> {
  const { servers } = curating;
  const { guild_id, member } = payload as APIInteraction;
  if (guild_id === undefined || !member) return sayToCurators(locale, 'not-a-curator');
  const may = await servers.mayCurate(guild_id, { roles: member.roles, permissions: member.permissions });
  if (may !== 'yes') return sayToCurators(locale, may === 'nobody' ? 'no-curators' : 'not-a-curator');
  const isHome = (await servers.home()) === guild_id;
  const mine = async (request: PromptRequest) => (await serverFor(request, curating)) === guild_id;
  return { name: `@${member.user.username}`, mine: isHome ? null : mine };
}

/** The request that a press is about, where this curator may decide it; otherwise a sentence. */
export async function findTheirs(
  { mine }: Pick<Curator, 'mine'>,
  requestId: string,
  { locale }: Pick<Interaction, 'locale'>,
  { requests }: Pick<Curating, 'requests'>,
): Promise<PromptRequest | string> {
  const request = await requests.find(requestId);
  if (!request) return sayInterface(locale, 'not-found');
  return mine === null || (await mine(request)) ? request : sayToCurators(locale, 'not-a-curator');
}

/** Who presses, and the request that it is about, where they may decide it; otherwise they are told why not. */
export async function findPressed(
  interaction: Interaction,
  curating: Curating,
): Promise<{ curator: Curator; request: PromptRequest; subject: CardSubject } | null> {
  const subject = readSubject(interaction.subject);
  const curator = await findCurator(interaction, curating);
  const request =
    typeof curator === 'string' ? curator : await findTheirs(curator, subject.requestId, interaction, curating);
  if (typeof curator !== 'string' && typeof request !== 'string') return { curator, request, subject };
  await interaction.respond.answer({ content: String(request) });
  return null;
}
