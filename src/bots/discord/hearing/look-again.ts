import { type APIMessage, Routes } from 'discord.js';
import { AdapterError, OPEN_STATES, type PostRef, type RequestStore, remember } from '../../../requests/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { DISCORD } from '../discord-limits.ts';
import { isCommandRef, messageRef } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import { momentOf } from '../snowflake.ts';
import { readPage } from './list-messages.ts';

export interface LookAgainDependencies {
  rest: DiscordRest;
  requests: Pick<RequestStore, 'list'>;
  guilds: Pick<GuildLookUp, 'of'>;
  edited: (message: APIMessage & { guild_id?: string }) => void;
  deleted: (ref: PostRef) => void;
}

/** Who deletes their message takes back a clip that is out too; those that are older than so many are left standing. */
const MOST_DELIVERED = 500;
const PAGE = 200;

/**
 * Looks again at the messages that asked for something: Discord tells a session that was away of no edit and no
 * deletion.
 */
export function createLookAgain({ rest, requests, guilds, edited, deleted }: LookAgainDependencies) {
  /** Ids of the messages, oldest first, by channel. */
  const asked = remember(async (): Promise<ReadonlyMap<string, readonly bigint[]>> => {
    const byChannel = new Map<string, bigint[]>();
    for await (const { post } of askedOnDiscord(requests)) {
      const ids = byChannel.get(post.channel) ?? [];
      byChannel.set(post.channel, ids);
      ids.push(BigInt(post.id));
    }
    for (const ids of byChannel.values()) ids.sort(byAge);
    return byChannel;
  });

  /** As few pages as hold all of them. */
  async function lookIn(channel: string, ids: readonly bigint[], { guildId, from: since }: Lost): Promise<void> {
    for (let next = 0; next < ids.length; ) {
      const from = ids[next] as bigint;
      const page = await readPage(rest, channel, from - 1n);
      if (page.outcome === 'closed') return;
      const there = new Map(page.messages.map((message) => [BigInt(message.id), message]));
      const end = page.isLast ? null : ([...there.keys()].sort(byAge).at(-1) ?? from);
      for (; next < ids.length; next += 1) {
        const id = ids[next] as bigint;
        if (end !== null && id > end) break;
        const message = there.get(id);
        if (!message) await lookForDeleted(channel, id);
        else if (wasEditedSince(message, since)) edited({ ...message, ...(guildId && { guild_id: guildId }) });
      }
    }
  }

  /** A channel whose history is hidden from us lists nothing, so each is asked for by itself before it counts as gone. */
  async function lookForDeleted(channel: string, id: bigint): Promise<void> {
    try {
      await rest.get(Routes.channelMessage(channel, String(id)));
    } catch (error) {
      if (!(error instanceof AdapterError) || !LEAVE_IT.includes(error.code)) throw error;
      if (error.code === 'unknown-message') deleted(messageRef({ id: String(id), channel_id: channel }));
    }
  }

  return {
    /** What is asked is another than before. */
    renew: asked.forget,
    /** All that was asked in a server. `from`: the snowflake up to which everything was heard. */
    async inServer(guildId: string, from: bigint): Promise<void> {
      for (const [channel, ids] of await asked.get()) {
        if ((await guilds.of(channel)) === guildId) await lookIn(channel, ids, { guildId, from });
      }
    },
    async inChannels(channels: readonly string[], from: bigint): Promise<void> {
      const byChannel = await asked.get();
      for (const channel of channels) await lookIn(channel, byChannel.get(channel) ?? [], { guildId: null, from });
    },
  };
}

interface Lost {
  /** Null in direct messages. */
  guildId: string | null;
  /** The snowflake up to which everything was heard. */
  from: bigint;
}

function byAge(one: bigint, other: bigint): number {
  return one < other ? -1 : 1;
}

function wasEditedSince({ edited_timestamp }: APIMessage, since: bigint): boolean {
  return edited_timestamp !== null && Date.parse(edited_timestamp) >= momentOf(since);
}

const LEAVE_IT = ['unknown-message', 'unknown-channel', 'no-access', 'no-permission'];

/** What was asked by a command stands in no message. */
async function* askedOnDiscord(requests: Pick<RequestStore, 'list'>) {
  const isMessage = ({ post }: { post: PostRef }) => post.platform === DISCORD && !isCommandRef(post);
  for (let offset = 0; ; offset += PAGE) {
    const page = await requests.list({ states: OPEN_STATES, order: 'oldest', limit: PAGE, offset });
    yield* page.filter(isMessage);
    if (page.length < PAGE) break;
  }
  const delivered = await requests.list({ states: ['delivered'], order: 'newest', limit: MOST_DELIVERED });
  yield* delivered.filter(isMessage);
}
