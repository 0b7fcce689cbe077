import { type APIGuildMember, Routes } from 'discord.js';
import type { Standing } from '../../../calls/standing.ts';
import { AdapterError } from '../../../requests/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { trustOf } from '../servers/member-rights.ts';
import type { ServedServers } from '../servers/served-servers.ts';
import { momentOf } from '../snowflake.ts';

export type KnownMember = Pick<APIGuildMember, 'roles' | 'joined_at'>;

export interface WhoAsks {
  userId: string;
  /** Null in direct messages. */
  guildId: string | null;
  /** As it came with the event; messages that are listed come without. */
  member: KnownMember | null;
}

export type ReadStanding = (who: WhoAsks) => Promise<Standing>;

/** What Discord and the server's settings tell of who asks. An account's id carries the moment at which it was made. */
export function createReadStanding(rest: DiscordRest, servers: Pick<ServedServers, 'settingsOf'>): ReadStanding {
  async function memberOf({ userId, guildId, member }: WhoAsks): Promise<KnownMember | null> {
    if (member || guildId === null) return member;
    try {
      return await rest.get<APIGuildMember>(Routes.guildMember(guildId, userId));
    } catch (error) {
      // Gone from the server meanwhile.
      if (error instanceof AdapterError && !error.retryable) return null;
      throw error;
    }
  }
  return async (who) => {
    const [member, server] = await Promise.all([
      memberOf(who),
      who.guildId === null ? null : servers.settingsOf(who.guildId),
    ]);
    return {
      trust: server && member ? trustOf(server, member.roles) : 'none',
      accountSince: new Date(momentOf(who.userId)).toISOString(),
      memberSince: member?.joined_at ? new Date(member.joined_at).toISOString() : null,
    };
  };
}
