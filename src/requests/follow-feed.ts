import type { CursorStore, FeedCursor } from './history-feed.ts';

export interface Feed<Entry> {
  read(after: FeedCursor, limit: number): Promise<{ entries: readonly Entry[]; cursor: FeedCursor }>;
  onNews(callback: () => void): () => void;
}

export interface FollowOptions<Entry> {
  feed: Feed<Entry>;
  /** Where the follower stands, kept wherever it must be found again. */
  position: { load(): Promise<FeedCursor>; save(cursor: FeedCursor): Promise<void> };
  /** Must be harmless when it is told the same entries again: the position moves only after it. */
  handle: (entries: readonly Entry[]) => Promise<void>;
  onError: (error: unknown) => void;
}

export interface Following {
  /** Resolves when everything that stood in the feed at first has been handled. */
  caughtUp: Promise<void>;
  close(): Promise<void>;
}

const PAGE = 200;
/** How long to wait before reading again what could not be read or handled, in milliseconds. */
const TRY_AGAIN_MS = 1000;

/**
 * Between two pages a follower rests so many times as long as the records took for one, at most half a second. So the
 * followers of a busy feed read more at once instead of asking after each entry, of which six followers asked 66 times a
 * second in all while the records were what everything waited for; where the records are quick, nobody notices.
 */
const RESTS = 5;
const LONGEST_REST_MS = 500;

/**
 * The place of a follower by this name, which is kept over restarts. Where it begins is kept too, before anything was read:
 * else whoever died on the first page would begin somewhere else.
 */
export function keptPosition(
  cursors: CursorStore,
  name: string,
  begin: () => FeedCursor | Promise<FeedCursor>,
): FollowOptions<unknown>['position'] {
  const save = (cursor: FeedCursor) => cursors.save(name, cursor);
  return {
    async load() {
      const known = await cursors.load(name);
      if (known !== null) return known;
      const first = await begin();
      await save(first);
      return first;
    },
    save,
  };
}

/**
 * A place that moves on only behind what is still being done for what was read: who dies in between reads it again. For
 * those who read on meanwhile; where `handle` waits for all it does, the place is behind that anyway.
 */
export function placeBehind(
  position: FollowOptions<unknown>['position'],
  onError: (error: unknown) => void,
): { position: FollowOptions<unknown>['position']; behind(work: readonly Promise<unknown>[]): void } {
  let done: Promise<unknown> = Promise.resolve();
  return {
    position: {
      load: position.load,
      async save(cursor) {
        done = done.then(() => position.save(cursor)).catch(onError);
      },
    },
    behind(work) {
      done = Promise.all([done, ...work]);
    },
  };
}

/** Reads a feed from where the follower stood, and on as it grows. What could not be handled is read again. */
export function followFeed<Entry>({ feed, position, handle, onError }: FollowOptions<Entry>): Following {
  const caughtUp = Promise.withResolvers<void>();
  let closed = false;
  let news = false;
  let wake = () => {};
  let endBreath = () => {};
  const stopNews = feed.onNews(() => {
    news = true;
    wake();
  });

  /** Until there is news, or the time is over where one is given. */
  async function rest(atMostMs?: number): Promise<void> {
    if (news || closed) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (atMostMs !== undefined) setTimeout(resolve, atMostMs);
    });
  }

  /** News does not end it: it is read with what comes meanwhile. */
  async function breathe(tookMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, Math.min(LONGEST_REST_MS, RESTS * tookMs));
    endBreath = resolve;
    await promise;
    clearTimeout(timer);
  }

  async function readOn(from: FeedCursor): Promise<FeedCursor> {
    news = false;
    const asked = performance.now();
    const page = await feed.read(from, PAGE);
    const tookMs = performance.now() - asked;
    if (page.entries.length > 0) await handle(page.entries);
    if (page.cursor === from) return from;
    await position.save(page.cursor);
    if (page.entries.length < PAGE && !closed) await breathe(tookMs);
    return page.cursor;
  }

  async function run(): Promise<void> {
    let cursor: FeedCursor | null = null;
    while (!closed) {
      try {
        const from: FeedCursor = cursor ?? (await position.load());
        cursor = await readOn(from);
        if (cursor !== from) continue;
        caughtUp.resolve();
        await rest();
      } catch (error) {
        onError(error);
        await rest(TRY_AGAIN_MS);
      }
    }
  }

  const running = run();
  return {
    caughtUp: caughtUp.promise,
    async close() {
      closed = true;
      stopNews();
      wake();
      endBreath();
      await running;
      caughtUp.resolve();
    },
  };
}
