import type { APIAttachment, APIMessage, GatewayDispatchPayload, GatewayReadyDispatchData } from 'discord.js';
import type { Clock, CursorStore, PostRef, RequestStore } from '../../../requests/index.ts';
import type { IncomingEvent, IncomingHandler, IncomingPost } from '../../chat-platform.ts';
import { createOneByOne } from '../../hearing/one-by-one.ts';
import { createPostQueues } from '../../hearing/post-queues.ts';
import { openWatermark, type Watermark } from '../../hearing/watermark.ts';
import { earlierBy } from '../../snowflake.ts';
import { shardName } from '../connection/agree-on-shards.ts';
import type { Shard } from '../connection/create-connection.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { messageRef } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import { snowflakeAt } from '../snowflake.ts';
import { isAddressed } from './addressed.ts';
import { createCatchUp } from './catch-up.ts';
import { createDirectChannels } from './direct-channels.ts';
import { hearMessage } from './hear-message.ts';
import type { KnownPlaces } from './known-places.ts';
import { createLookAgain } from './look-again.ts';
import type { PictureReading } from './read-picture.ts';
import type { ReadStanding } from './read-standing.ts';

export interface HearingDependencies {
  shard: Shard;
  /** False once another process may hear this shard: then nothing is taken in any more, nor its mark moved. */
  isOurs: () => boolean;
  handler: IncomingHandler;
  rest: DiscordRest;
  cursors: CursorStore;
  requests: Pick<RequestStore, 'list'>;
  places: KnownPlaces;
  guilds: Pick<GuildLookUp, 'of' | 'parentOf'>;
  readPicture: (attachments: readonly APIAttachment[]) => Promise<PictureReading>;
  readStanding: ReadStanding;
  /** Whether what is asked in a server is taken in. */
  hearsServer: (guildId: string) => boolean;
  mayRead: (channelId: string) => boolean;
  /** Says that a picture could not be used; the request waits for another. */
  answerUnusablePicture: (message: Pick<APIMessage, 'id' | 'channel_id' | 'author' | 'content'>) => Promise<void>;
  clock: Clock;
  onError: (error: unknown) => void;
}

export interface Hearing {
  onEvent(event: GatewayDispatchPayload): void;
  /** Resolves when what was asked before the first session began has been heard. */
  caughtUp: Promise<void>;
  close(): Promise<void>;
}

/** Channels of one shard deliver side by side: what was seen may run ahead of what another channel still brings. */
const OVERLAP_MS = 60_000;
const SAVE_EVERY_MS = 1000;
/** So many posts are remembered as heard, so that what is listed again is not fetched and read again. */
const REMEMBERED = 10_000;

type Message = APIMessage & { guild_id?: string; member?: { nick?: string | null } };

/** Hears what people ask in one shard, live and, where a session was lost, by listing what was posted meanwhile. */
export function createHearing(dependencies: HearingDependencies): Hearing {
  const { shard, isOurs, handler, cursors, places, clock, onError } = dependencies;
  const queues = createPostQueues({ onError });
  const oneByOne = createOneByOne();
  const heard = new Set<string>();
  const firstSession = Promise.withResolvers<void>();
  const direct = createDirectChannels(cursors);
  let botId = '';
  let opened: Promise<Watermark> | null = null;

  const openMark = (): Promise<Watermark> => {
    const opening = opened ?? openWatermark({ cursors, name: shardName(shard) }, snowflakeAt(clock().getTime()));
    opening.catch(() => {
      opened = null;
    });
    opened = opening;
    return opening;
  };

  const saving = setInterval(() => void saveMark().catch(onError), SAVE_EVERY_MS);
  saving.unref();
  async function saveMark(): Promise<void> {
    const mark = await opened;
    if (isOurs()) await mark?.save();
  }

  const guildOf = (message: Pick<Message, 'guild_id' | 'channel_id'>) =>
    message.guild_id ?? places.guildOf(message.channel_id);
  function speaksToUs(message: Message, inDirectMessages: boolean): boolean {
    if (!isAddressed(message, botId, inDirectMessages)) return false;
    const guildId = guildOf(message);
    return guildId === null || dependencies.hearsServer(guildId);
  }

  async function read(message: Message): Promise<IncomingPost | null> {
    const guildId = guildOf(message);
    const language = guildId === null ? null : places.languageOf(guildId);
    const { readPicture, readStanding, answerUnusablePicture, guilds } = dependencies;
    const withinChannel = guildId === null ? null : await guilds.parentOf(message.channel_id);
    const where = { guildId, language, withinChannel };
    const post = await hearMessage(message as never, { botId, ...where, readPicture, readStanding });
    if (!post) await answerUnusablePicture(message);
    return post;
  }

  async function take(kind: 'mentioned' | 'edited', message: Message): Promise<boolean> {
    return queues.run(message.id, () =>
      oneByOne(async () => {
        const post = await read(message);
        if (post) await handler({ kind, post });
      }),
    );
  }

  /** A message, heard live or listed; resolves when it is durable. */
  async function hear(message: Message, mark: Watermark, inDirectMessages: boolean): Promise<void> {
    const id = BigInt(message.id);
    if (heard.has(message.id) || !speaksToUs(message, inDirectMessages)) return mark.passed(id);
    remember(heard, message.id);
    const done = mark.begin(id);
    if (inDirectMessages) await queues.run(`direct-${message.channel_id}`, () => direct.add(message.channel_id));
    if (await take('mentioned', message)) done();
  }

  function changed(message: Message): void {
    if (speaksToUs(message, guildOf(message) === null)) void take('edited', message);
  }

  function forget(ref: PostRef): void {
    const event: IncomingEvent = { kind: 'deleted', ref };
    void queues.run(ref.id, () => handler(event));
  }

  const again = createLookAgain({ ...dependencies, edited: changed, deleted: forget });
  const catchUp = createCatchUp({ ...dependencies, hear, again });

  async function begin(ready: GatewayReadyDispatchData, mark: Watermark): Promise<void> {
    const from = earlierBy(mark.value(), OVERLAP_MS);
    again.renew();
    await Promise.all([
      // Discord tells of the servers right after this: they are expected before anything is waited for.
      catchUp.expect(
        ready.guilds.map(({ id }) => id),
        from,
        mark,
      ),
      shard.id === 0 ? direct.list().then((channels) => catchUp.listDirect(channels, from, mark)) : null,
    ]);
    firstSession.resolve();
  }

  function act({ t, d }: GatewayDispatchPayload, mark: Watermark): void {
    switch (t) {
      case 'READY':
        void begin(d, mark).catch(onError);
        break;
      case 'GUILD_CREATE':
        void catchUp.arrived(d).catch(onError);
        break;
      case 'GUILD_DELETE':
        if (d.unavailable) void catchUp.expect([d.id], earlierBy(mark.value(), OVERLAP_MS), mark).catch(onError);
        else catchUp.forget(d.id);
        break;
      case 'MESSAGE_CREATE':
        void hear(d as Message, mark, d.guild_id === undefined).catch(onError);
        break;
      case 'MESSAGE_UPDATE':
        // Discord also tells of links it has looked up and of pins.
        if (d.edited_timestamp) changed(d as Message);
        break;
      case 'MESSAGE_DELETE':
        forget(messageRef(d));
        break;
      case 'MESSAGE_DELETE_BULK':
        for (const id of d.ids) forget(messageRef({ id, channel_id: d.channel_id }));
        break;
      default:
    }
  }

  return {
    caughtUp: firstSession.promise,
    onEvent(event) {
      if (event.t === 'READY') botId = event.d.user.id;
      // Where the mark is open, events are acted on in the order in which they came.
      openMark()
        .then((mark) => act(event, mark))
        .catch(onError);
    },
    async close() {
      clearInterval(saving);
      catchUp.close();
      await queues.close();
      await saveMark();
    },
  };
}

function remember(heard: Set<string>, id: string): void {
  heard.add(id);
  if (heard.size <= REMEMBERED) return;
  const [oldest] = heard;
  if (oldest !== undefined) heard.delete(oldest);
}
