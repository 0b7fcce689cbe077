import { sql } from 'drizzle-orm';
import {
  bigint,
  bit,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DiscordServer } from '../bots/discord/servers/discord-server.ts';
import type { TroubleKind } from '../bots/troubles.ts';
import type { Renewal } from '../bots/x/x-logins.ts';
import type { SpendingKind } from '../bots/x/x-records.ts';
import type { Call } from '../calls/call.ts';
import type {
  HistoryEntry,
  Member,
  MoneyState,
  PromptRequest,
  RequestState,
  StoredFile,
  Work,
} from '../requests/index.ts';
import { feedPosition } from './feed-position.ts';
import { instant } from './instant-column.ts';

export * from './account-schema.ts';
export * from './desk-schema.ts';
export * from './gallery-schema.ts';
export * from './joining-schema.ts';
export * from './likeness-schema.ts';
export * from './voting-schema.ts';

/**
 * The tables. `drizzle-kit generate` writes migrations from this file; triggers and functions, which it does not know,
 * stand in hand-written migrations beside them.
 */

export const requests = pgTable(
  'requests',
  {
    id: text().primaryKey(),
    /** The whole request; the other columns repeat what is searched for. */
    body: jsonb().$type<PromptRequest>().notNull(),
    version: integer().notNull(),
    state: text().$type<RequestState>().notNull(),
    callId: text().notNull(),
    requester: text().notNull(),
    platform: text().notNull(),
    postId: text().notNull(),
    askedAt: instant().notNull(),
    changedAt: instant().notNull(),
    deliveredAt: instant(),
    /** Votes for making it, kept by a trigger on `votes`: the desk's order of a hundred thousand goes by it. */
    wanted: integer().notNull().default(0),
    /** Goes into the seals of its history, so that from those nobody can guess what was said; another one once it is forgotten. */
    salt: uuid().notNull().defaultRandom(),
  },
  (table) => [
    unique('requests_post').on(table.platform, table.postId),
    index('requests_by_state').on(table.state, table.askedAt, table.id),
    index('requests_competing')
      .on(table.callId, table.deliveredAt)
      .where(sql`state = 'delivered' and body -> 'merged' is null`),
    index('requests_most_wanted').on(sql`(-wanted)`, table.askedAt, table.id).where(sql`state = 'in-review'`),
    index('requests_by_call').on(table.callId, table.state),
    index('requests_by_requester').on(table.requester, table.askedAt),
    index('requests_reported')
      .on(table.askedAt, table.id)
      .where(sql`state = 'delivered' and jsonb_typeof(body -> 'reports') = 'array'`),
    index('requests_appealed')
      .on(table.askedAt, table.id)
      .where(sql`state in ('refused', 'declined', 'blocked') and body #> '{appeal,decided}' = 'null'::jsonb`),
    index('requests_held').on(sql`(body #>> '{hold,until}')`).where(sql`state = 'held'`),
    index('requests_merged')
      .on(sql`(body #>> '{merged,into}')`, table.askedAt, table.id)
      .where(sql`body #>> '{merged,into}' is not null`),
    index('requests_merged_of').on(table.requester).where(sql`body #>> '{merged,into}' is not null`),
  ],
);

/** Can only be added to: triggers refuse everything else. */
export const history = pgTable(
  'history',
  {
    ...feedPosition(),
    requestId: text().notNull(),
    version: integer().notNull(),
    at: instant().notNull(),
    fromState: text().$type<RequestState>(),
    toState: text().$type<RequestState>().notNull(),
    actor: text(),
    event: jsonb().$type<HistoryEntry['event']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.version] }),
    index('history_feed').on(table.tx, table.seq),
    // It is added to in the order of time, so that this knows a stretch of time by a few words for each megabyte.
    index('history_by_time').using('brin', table.at),
    index('history_merges').on(sql`(event ->> 'into')`, table.tx, table.seq).where(sql`event ->> 'into' is not null`),
  ],
);

export type WorkState = 'open' | 'queued' | 'running';

/** The outbox. Rows that are done are deleted. */
export const work = pgTable(
  'work',
  {
    id: text().primaryKey(),
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    requestId: text().notNull(),
    step: text().$type<Work['step']>().notNull(),
    work: jsonb().$type<Work>().notNull(),
    state: text().$type<WorkState>().notNull().default('open'),
    epoch: integer().notNull().default(0),
    attempt: integer().notNull().default(1),
    dueAt: instant().notNull(),
    queuedAt: instant(),
    leaseUntil: instant(),
    /** The member whose turn it is, and the virtual finish time; of `start-clip` rows only. */
    lane: text(),
    vft: doublePrecision(),
    error: text(),
  },
  (table) => [
    index('work_due').on(table.dueAt, table.seq).where(sql`state = 'open' and step <> 'start-clip'`),
    index('work_line_due').on(table.dueAt).where(sql`state = 'open' and step = 'start-clip'`),
    index('work_line').on(table.vft, table.seq).where(sql`state = 'open' and step = 'start-clip'`),
    index('work_lanes').on(table.lane, table.vft, table.seq).where(sql`state = 'open' and step = 'start-clip'`),
    index('work_starts').on(table.requestId).where(sql`step = 'start-clip'`),
    index('work_starts_under_way').on(table.lane).where(sql`state <> 'open' and step = 'start-clip'`),
    index('work_handed_out').on(table.state, table.queuedAt).where(sql`state <> 'open'`),
  ],
);

/** The virtual finish time of the last row of each lane. */
export const lanes = pgTable('lanes', { lane: text().primaryKey(), last: doublePrecision().notNull() });

/** The virtual time of the line as a whole, in one row. */
export const lineClock = pgTable('line_clock', { id: integer().primaryKey(), now: doublePrecision().notNull() });

/** One row per start that may cost something, by the key of its start. Amounts in millionths of a US dollar. */
export const ledger = pgTable(
  'ledger',
  {
    key: text().primaryKey(),
    requestId: text().notNull(),
    shot: integer().notNull(),
    callId: text().notNull(),
    engine: text().notNull(),
    day: text().notNull(),
    state: text().$type<MoneyState>().notNull(),
    micros: bigint({ mode: 'number' }).notNull(),
    /** The budgets it counts to. */
    scopes: text().array().notNull(),
    reservedAt: instant().notNull(),
    settledAt: instant(),
  },
  (table) => [index('ledger_by_request').on(table.requestId), index('ledger_by_day').on(table.day, table.key)],
);

/** What is reserved or spent of each budget; locked before it is counted on. */
export const budgets = pgTable('budgets', {
  scope: text().primaryKey(),
  micros: bigint({ mode: 'number' }).notNull(),
});

export const calls = pgTable('calls', {
  id: text().primaryKey(),
  body: jsonb().$type<Call>().notNull(),
  opensAt: instant().notNull(),
});

/** What each server on Discord has chosen. */
export const discordServers = pgTable('discord_servers', {
  id: text().primaryKey(),
  body: jsonb().$type<DiscordServer>().notNull(),
});

export const ownPosts = pgTable(
  'own_posts',
  {
    key: text().primaryKey(),
    requestId: text(),
    kind: text().$type<'status' | 'clip' | 'answer' | 'card' | 'announcement'>().notNull(),
    platform: text().notNull(),
    channel: text(),
    postId: text(),
    intendedAt: instant().notNull(),
    shown: text(),
  },
  (table) => [index('own_posts_by_post').on(table.platform, table.postId)],
);

export type RoomVideo = { file: StoredFile; poster: StoredFile; altText: string };

export const roomPosts = pgTable(
  'room_posts',
  {
    id: text().primaryKey(),
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** The first post of its thread; its own id for that post. */
    threadId: text().notNull(),
    author: jsonb().$type<Member>().notNull(),
    authorKey: text().notNull(),
    kind: text().$type<'post' | 'status' | 'clip' | 'answer' | 'announcement'>().notNull(),
    text: text().notNull(),
    locale: text().$type<'en' | 'ar'>().notNull(),
    picture: jsonb().$type<StoredFile>(),
    video: jsonb().$type<RoomVideo>(),
    inReplyTo: text(),
    remixOf: text(),
    requestId: text(),
    key: text().unique('room_posts_key'),
    postedAt: instant().notNull(),
    editedAt: instant(),
    removedAt: instant(),
  },
  (table) => [
    index('room_threads').on(table.seq).where(sql`in_reply_to is null`),
    index('room_threads_by_author').on(table.authorKey, table.seq).where(sql`in_reply_to is null`),
    index('room_answers').on(table.threadId, table.seq),
    index('room_posts_by_author').on(table.authorKey),
    index('room_answers_to').on(table.inReplyTo).where(sql`kind <> 'post'`),
  ],
);

/** What happened in the room. Names the post only, so that a removed post's words are nowhere kept. */
export const roomEvents = pgTable(
  'room_events',
  {
    ...feedPosition(),
    kind: text().$type<'posted' | 'edited' | 'removed'>().notNull(),
    postId: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tx, table.seq] })],
);

/** One row per voter and target: a second vote has nowhere to go. */
export const votes = pgTable(
  'votes',
  {
    kind: text().$type<'request' | 'clip'>().notNull(),
    targetId: text().notNull(),
    voter: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.targetId, table.voter] }),
    index('votes_by_voter').on(table.voter),
  ],
);

export const clipViews = pgTable(
  'clip_views',
  { clipId: text().notNull(), viewer: text().notNull(), at: instant().notNull() },
  (table) => [primaryKey({ columns: [table.clipId, table.viewer] })],
);

/** Every file of a clip, by what is in it. */
export const clipFiles = pgTable('clip_files', { sha256: text().notNull(), requestId: text().notNull() }, (table) => [
  primaryKey({ columns: [table.sha256, table.requestId] }),
  index('clip_files_of').on(table.requestId),
]);

/** What frames of clips look like, in bits, and the pieces of that which are looked up. */
export const clipFrames = pgTable(
  'clip_frames',
  {
    requestId: text().notNull(),
    hash: bit({ dimensions: 256 }).notNull(),
    bands: integer().array().notNull(),
  },
  // Without a list of what is still to be put into it, which PGlite never tidies up, and for which the whole table is read.
  (table) => [
    index('clip_frames_of').on(table.requestId),
    index('clip_frames_by_band').using('gin', table.bands).with({ fastupdate: false }),
  ],
);

/** What one process has to itself for a while, such as a shard of Discord's gateway. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: instant().notNull(),
});

/** What keeps the bot from its work until a person mends it. */
export const troubles = pgTable(
  'troubles',
  {
    platform: text().notNull(),
    kind: text().$type<TroubleKind>().notNull(),
    place: text().notNull(),
    placeName: text().notNull(),
    since: instant().notNull(),
    told: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.kind, table.place] })],
);

export const cursors = pgTable('cursors', { follower: text().primaryKey(), cursor: text().notNull() });

/** Members who had everything of theirs deleted, until all of it is. */
export const forgetting = pgTable('forgetting', { member: text().primaryKey(), askedAt: instant().notNull() });

export const settings = pgTable('settings', { name: text().primaryKey(), value: text().notNull() });

/** What X cost on each day (UTC), and for what. */
export const xSpending = pgTable(
  'x_spending',
  {
    day: text().notNull(),
    kind: text().$type<SpendingKind>().notNull(),
    count: integer().notNull(),
    microDollars: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind] })],
);

/** Videos that lie at X, by the key of the post that carries them. */
export const xUploads = pgTable('x_uploads', {
  key: text().primaryKey(),
  mediaId: text().notNull(),
  sha256: text().notNull(),
  until: instant().notNull(),
});

/** Likes on our replies as they were last read. */
export const xLikes = pgTable('x_likes', {
  postId: text().primaryKey(),
  likes: integer().notNull(),
  readAt: instant().notNull(),
});

/** What accounts at X gave by OAuth 2, by the app they gave it to. The tokens are encrypted. */
export const xLogins = pgTable('x_logins', {
  clientId: text().primaryKey(),
  accountId: text().notNull(),
  username: text().notNull(),
  scopes: text().array().notNull(),
  sealed: text().notNull(),
  from: instant().notNull(),
  until: instant().notNull(),
  renewal: text().$type<Renewal>().notNull(),
  version: integer().notNull(),
});

const bits64 = customType<{ data: string }>({ dataType: () => 'bit(64)' });

/** Pictures that are never to be accepted again; see `RefusedPicture`. */
export const refusedPictures = pgTable('refused_pictures', {
  hash: text().primaryKey(),
  /** Of a `phash:`, its bits, to be compared. */
  mark: bits64(),
  policy: text().notNull(),
  addedBy: text().notNull(),
  at: instant().notNull(),
});
