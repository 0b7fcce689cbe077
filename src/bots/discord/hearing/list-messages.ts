import { type APIMessage, Routes } from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';

const PAGE = 100;

/** All messages of a channel after a snowflake, oldest first; none where the channel is gone or closed to us. */
export async function* listMessages(rest: DiscordRest, channelId: string, after: bigint): AsyncGenerator<APIMessage> {
  for (let from = after; ; ) {
    const page = await readPage(rest, channelId, from);
    const inOrder = page.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    yield* inOrder;
    const last = inOrder.at(-1);
    if (page.length < PAGE || !last) return;
    from = BigInt(last.id);
  }
}

async function readPage(rest: DiscordRest, channelId: string, after: bigint): Promise<APIMessage[]> {
  try {
    const query = new URLSearchParams({ after: String(after), limit: String(PAGE) });
    return await rest.get<APIMessage[]>(Routes.channelMessages(channelId), { query });
  } catch (error) {
    const closed = ['unknown-channel', 'no-access', 'no-permission'];
    if (error instanceof AdapterError && closed.includes(error.code)) return [];
    throw error;
  }
}
