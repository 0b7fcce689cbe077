import { type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { CursorStore } from '../../../requests/index.ts';
import type { DiscordRest } from './discord-rest.ts';

/** In how many parts the bot's servers are heard, and how many sessions may be begun side by side. */
export interface Sharding {
  count: number;
  sideBySide: number;
}

const COUNT = 'discord-shards';

/** Under which name a shard's mark is kept, and the shard is had. */
export function shardName({ id, count }: { id: number; count: number }): string {
  return `discord-shard-${id}-of-${count}`;
}

/**
 * Agrees with the other processes on the number of shards: the one that is configured, else the largest that Discord
 * ever advised. Where it changed, each new shard begins where the one of before that was furthest behind stood, since
 * nothing tells which servers went where.
 */
export async function agreeOnShards(
  { rest, cursors }: { rest: DiscordRest; cursors: CursorStore },
  wanted: number | 'auto',
): Promise<Sharding> {
  const { shards, session_start_limit } = await rest.get<RESTGetAPIGatewayBotResult>(Routes.gatewayBot());
  const before = Number((await cursors.load(COUNT)) ?? 0);
  const count = wanted === 'auto' ? Math.max(shards, before) : wanted;
  if (count !== before) {
    const mark = await lowestMark(cursors, before);
    if (mark !== null) {
      for (let id = 0; id < count; id += 1) await cursors.save(shardName({ id, count }), String(mark));
    }
    await cursors.save(COUNT, String(count));
  }
  return { count, sideBySide: session_start_limit.max_concurrency };
}

async function lowestMark(cursors: CursorStore, count: number): Promise<bigint | null> {
  const names = Array.from({ length: count }, (_, id) => shardName({ id, count }));
  const marks = await Promise.all(names.map((name) => cursors.load(name)));
  const known = marks.filter((mark) => mark !== null).map(BigInt);
  return known.reduce<bigint | null>((lowest, mark) => (lowest === null || mark < lowest ? mark : lowest), null);
}
