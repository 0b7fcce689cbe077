import { type APIMessage, Routes } from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';

const PAGE = 100;

/** A page of a channel's messages; `closed` where the channel is gone or shut to us. */
export type MessagePage = { outcome: 'read'; messages: readonly APIMessage[]; isLast: boolean } | { outcome: 'closed' };

/** All messages of a channel after a snowflake, oldest first; none where the channel is gone or closed to us. */
export async function* listMessages(rest: DiscordRest, channelId: string, after: bigint): AsyncGenerator<APIMessage> {
  for (let from = after; ; ) {
    const page = await readPage(rest, channelId, from);
    if (page.outcome === 'closed') return;
    const inOrder = page.messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    yield* inOrder;
    const last = inOrder.at(-1);
    if (page.isLast || !last) return;
    from = BigInt(last.id);
  }
}

/** The first messages after a snowflake. */
export async function readPage(rest: DiscordRest, channelId: string, after: bigint): Promise<MessagePage> {
  try {
    const query = new URLSearchParams({ after: String(after), limit: String(PAGE) });
    const messages = await rest.get<APIMessage[]>(Routes.channelMessages(channelId), { query });
    return { outcome: 'read', messages, isLast: messages.length < PAGE };
  } catch (error) {
    const closed = ['unknown-channel', 'no-access', 'no-permission'];
    if (error instanceof AdapterError && closed.includes(error.code)) return { outcome: 'closed' };
    throw error;
  }
}
