import type { PromptRequest } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import type { CuratedServers } from './curating.ts';

/**
 * The server whose curators decide a request: the one in which it was asked, if it has a review channel, else the home
 * server. Null where there is none.
 */
export async function serverFor(
  { post }: Pick<PromptRequest, 'post'>,
  { servers, guilds }: { servers: CuratedServers; guilds: Pick<GuildLookUp, 'of'> },
): Promise<string | null> {
  const asked = post.platform === DISCORD ? await guilds.of(post.channel) : null;
  const ownChannel = asked === null ? null : await servers.reviewChannelOf(asked);
  return ownChannel === null ? servers.home() : asked;
}
