import { type APIMessage, Routes } from 'discord.js';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { orNull } from '../connection/rest-error.ts';
import { readCustomId } from './custom-id.ts';

const PAGE = 100;
/** Messages that are looked through, newest first: a post of ours that is looked for was made a short while ago. */
const MOST_PAGES = 50;

/** A message of ours that carries the key, posted after the given snowflake. */
export async function findOwnMessage(
  rest: DiscordRest,
  { channel, after, key, botId }: { channel: string; after: string; key: string; botId: string },
): Promise<APIMessage | null> {
  let before: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === null ? {} : { before }) });
    const listing = rest.get<APIMessage[]>(Routes.channelMessages(channel), { query });
    const messages = (await orNull(listing, ['unknown-channel'])) ?? [];
    const later = messages.filter(({ id }) => BigInt(id) > BigInt(after));
    const found = later.find((message) => message.author.id === botId && carries(message, key));
    if (found) return found;
    before = later.reduce((oldest, { id }) => (BigInt(id) < BigInt(oldest) ? id : oldest), messages[0]?.id ?? '0');
    if (messages.length < PAGE || later.length < messages.length) return null;
  }
  return null;
}

function carries({ components, nonce }: APIMessage, key: string): boolean {
  return nonce === key || (components ?? []).some((each) => names(each, key));
}

/** Buttons stand in rows, and the rows of a card in its frame. What a button says besides the key comes behind a `~`. */
function names(component: object, key: string): boolean {
  if ('custom_id' in component) return readCustomId(String(component.custom_id)).subject.split('~')[0] === key;
  return 'components' in component && (component.components as object[]).some((each) => names(each, key));
}
