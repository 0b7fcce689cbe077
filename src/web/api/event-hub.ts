import type { RoomEvent, RoomPosts } from '../../bots/room/room-posts.ts';
import type { HistoryEntry, HistoryFeed } from '../../requests/index.ts';
import { type EventCursor, formatEvents, HEARTBEAT, type News, RESET } from './event-format.ts';

/** A page that follows. `send` must not wait. */
export interface Follower {
  curator: boolean;
  send(text: string): void;
  end(): void;
}

export interface EventHub {
  /** Sends what was missed since `from`, then all that comes. Rejects when the feeds cannot be read. */
  join(follower: Follower, from: EventCursor | null): Promise<void>;
  leave(follower: Follower): void;
  /** Claims changed. */
  deskChanged(): void;
  close(): Promise<void>;
}

export interface EventHubDependencies {
  history: Pick<HistoryFeed, 'end' | 'read' | 'onNews'>;
  roomPosts: Pick<RoomPosts, 'end' | 'events' | 'find' | 'onNews'>;
  /** Writes a cursor as an event's id. */
  writeCursor: (cursor: EventCursor) => string;
  heartbeatMs: number;
  onError: (error: unknown) => void;
}

const PAGE = 500;
/** Whoever missed more pages than this reads everything again instead. */
const MOST_MISSED_PAGES = 4;
const TRY_AGAIN_MS = 1000;
/** Threads are two posts deep; more than this can only be a fault. */
const DEEPEST_THREAD = 20;

interface Page {
  entries: HistoryEntry[];
  events: RoomEvent[];
  cursor: EventCursor;
  more: boolean;
}

/** One reader of the feeds for all pages that follow them. Whatever it does, it does in turn, so that joining is exact. */
export function createEventHub(dependencies: EventHubDependencies): EventHub {
  const { history, roomPosts, writeCursor, heartbeatMs, onError } = dependencies;
  const followers = new Map<Follower, ReadonlySet<string>>();
  const NOTHING: ReadonlySet<string> = new Set();
  let position: EventCursor | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act);
    turn = done.catch(() => {});
    return done;
  }

  async function end(): Promise<EventCursor> {
    const [historyEnd, roomEnd] = await Promise.all([history.end(), roomPosts.end()]);
    return { history: historyEnd, room: roomEnd };
  }

  async function readPage(after: EventCursor): Promise<Page> {
    const [changed, posted] = await Promise.all([
      history.read(after.history, PAGE),
      roomPosts.events(after.room, PAGE),
    ]);
    return {
      entries: changed.entries,
      events: posted.events,
      cursor: { history: changed.cursor, room: posted.cursor },
      more: changed.cursor !== after.history || posted.cursor !== after.room,
    };
  }

  /** Tells everybody all there is, up to the end. `seen` is what a follower was told before it joined. */
  async function tellAll(from: EventCursor): Promise<void> {
    for (let page = await readPage(from); page.more; page = await readPage(page.cursor)) {
      const id = writeCursor(page.cursor);
      const everything = await newsOf(page, NOTHING);
      for (const [follower, seen] of followers) {
        follower.send(formatEvents(seen.size === 0 ? everything : await newsOf(page, seen), id));
      }
      position = page.cursor;
    }
  }

  async function newsOf({ entries, events }: Page, seen: ReadonlySet<string>): Promise<News> {
    const requests = new Map<string, HistoryEntry>();
    for (const entry of entries) if (!seen.has(entryKey(entry))) requests.set(entry.requestId, entry);
    const threads = new Set<string>();
    for (const event of events) if (!seen.has(eventKey(event))) threads.add(await rootOf(event));
    return { requests: [...requests.values()], threads: [...threads] };
  }

  async function rootOf({ post }: RoomEvent): Promise<string> {
    let { id, inReplyTo } = post;
    for (let depth = 0; inReplyTo !== null && depth < DEEPEST_THREAD; depth += 1) {
      const above = await roomPosts.find(inReplyTo);
      if (!above) break;
      ({ id, inReplyTo } = above);
    }
    return id;
  }

  /** Null when too much was missed or the cursor says nothing to the feeds. */
  async function catchUp(follower: Follower, from: EventCursor) {
    const seen = new Set<string>();
    let cursor = from;
    for (let pages = 0; pages < MOST_MISSED_PAGES; pages += 1) {
      const page = await readPage(cursor);
      if (!page.more) return { cursor, seen };
      cursor = page.cursor;
      follower.send(formatEvents(await newsOf(page, NOTHING), writeCursor(cursor)));
      for (const entry of page.entries) seen.add(entryKey(entry));
      for (const event of page.events) seen.add(eventKey(event));
    }
    return null;
  }

  async function joinInTurn(follower: Follower, from: EventCursor | null): Promise<void> {
    if (followers.size === 0) position = null;
    // First, so that the hub is never behind where the page left off, and tells it nothing from before.
    if (position) await tellAll(position);
    const caughtUp = from && (await catchUp(follower, from));
    if (from && !caughtUp) follower.send(RESET);
    followers.set(follower, caughtUp?.seen ?? NOTHING);
    position ??= caughtUp?.cursor ?? (await end());
    if (caughtUp) await tellAll(position);
    followers.set(follower, NOTHING);
    // So that a page that breaks off before the first event comes back to here.
    follower.send(formatEvents({ requests: [], threads: [] }, writeCursor(position)));
  }

  function readOn(): void {
    if (waiting || closed) return;
    waiting = true;
    inTurn(async () => {
      waiting = false;
      if (followers.size > 0 && position) await tellAll(position);
    }).catch((error) => {
      onError(error);
      clearTimeout(retry);
      retry = setTimeout(readOn, TRY_AGAIN_MS);
    });
  }

  const stopNews = [history.onNews(readOn), roomPosts.onNews(readOn)];
  const beat = setInterval(() => {
    for (const follower of followers.keys()) follower.send(HEARTBEAT);
  }, heartbeatMs);

  return {
    join: (follower, from) =>
      inTurn(async () => {
        try {
          await joinInTurn(follower, from);
        } catch (error) {
          followers.delete(follower);
          throw error;
        }
        if (closed) follower.end();
      }),
    leave: (follower) => {
      followers.delete(follower);
    },
    deskChanged() {
      for (const follower of followers.keys()) if (follower.curator) follower.send('event: desk\ndata: {}\n\n');
    },
    async close() {
      closed = true;
      for (const stop of stopNews) stop();
      clearInterval(beat);
      clearTimeout(retry);
      await turn;
      clearTimeout(retry);
      for (const follower of followers.keys()) follower.end();
      followers.clear();
    },
  };
}

function entryKey({ requestId, version }: HistoryEntry): string {
  return `${requestId} ${version}`;
}

function eventKey({ kind, post }: RoomEvent): string {
  return `${kind} ${post.id} ${post.editedAt}`;
}
