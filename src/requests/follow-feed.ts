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

/** Reads a feed from where the follower stood, and on as it grows. What could not be handled is read again. */
export function followFeed<Entry>({ feed, position, handle, onError }: FollowOptions<Entry>): Following {
  const caughtUp = Promise.withResolvers<void>();
  let closed = false;
  let news = false;
  let wake = () => {};
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

  async function readOn(from: FeedCursor): Promise<FeedCursor> {
    news = false;
    const page = await feed.read(from, PAGE);
    if (page.entries.length > 0) await handle(page.entries);
    if (page.cursor !== from) await position.save(page.cursor);
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
      await running;
      caughtUp.resolve();
    },
  };
}
