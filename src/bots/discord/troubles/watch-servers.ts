import type { GatewayDispatchPayload } from 'discord.js';
import type { ServedServers } from '../servers/served-servers.ts';
import type { Troubles } from './keep-troubles.ts';

/** Notices when the bot is thrown out of a server that is served, also while it was away, and when it is back. */
export function watchServers(
  { servers, troubles }: { servers: Pick<ServedServers, 'served'>; troubles: Troubles },
  onError: (error: unknown) => void,
): (event: GatewayDispatchPayload) => void {
  const back = (guildId: string) => troubles.over(['thrown-out'], guildId);

  async function missing(isGone: (guildId: string) => boolean): Promise<void> {
    for (const { id, name } of await servers.served()) if (isGone(id)) troubles.met('thrown-out', id, name);
  }

  return ({ t, d }) => {
    switch (t) {
      case 'READY': {
        const [shard, shards] = d.shard ?? [0, 1];
        const there = new Set(d.guilds.map(({ id }) => id));
        for (const id of there) back(id);
        missing((id) => isIn(id, shard, shards) && !there.has(id)).catch(onError);
        break;
      }
      case 'GUILD_CREATE':
        back(d.id);
        break;
      case 'GUILD_DELETE':
        if (!d.unavailable) missing((id) => id === d.id).catch(onError);
        break;
      default:
    }
  };
}

/** Which shard hears a server (docs: events/gateway, "Sharding"). */
function isIn(guildId: string, shard: number, shards: number): boolean {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards)) === shard;
}
