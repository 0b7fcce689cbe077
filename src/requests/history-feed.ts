import type { HistoryEntry } from './history.ts';

/** How far a follower has read. Opaque; sorts for nobody. */
export type FeedCursor = string;

export interface FeedPage {
  entries: HistoryEntry[];
  /** Where to read on; the same as asked for when there was nothing new. */
  cursor: FeedCursor;
}

/** The history of all requests in the order of their commits, read from a cursor of one's own: nothing is skipped. */
export interface HistoryFeed {
  /** The cursor behind the newest entry of now. */
  end(): Promise<FeedCursor>;
  /** The cursor before the first entry. */
  readonly beginning: FeedCursor;
  read(after: FeedCursor, limit: number): Promise<FeedPage>;
  /** Calls back soon after anything was committed, perhaps more often than needed. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}

/** Keeps how far each follower that must survive a restart has read, by the follower's name. */
export interface CursorStore {
  load(follower: string): Promise<string | null>;
  save(follower: string, cursor: string): Promise<void>;
}
