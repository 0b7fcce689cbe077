import type { FeedCursor, HistoryEntry, Instant } from '../../requests/index.ts';

/** An entry of the history for whoever has to account for it. */
export interface HistoryRecord {
  entry: HistoryEntry;
  /** Its own place in the feed: the next page begins behind it. */
  place: FeedCursor;
  callId: string | null;
  platform: string | null;
}

export interface RecordQuery {
  /** From this moment on; null: from the first. */
  from: Instant | null;
  /** Only what was decided: by somebody at the desk, or against a request by screening alone. */
  decisionsOnly: boolean;
}

/** The history as it was, for reading it outside. */
export interface HistoryRecordStore {
  readonly beginning: FeedCursor;
  page(query: RecordQuery, after: FeedCursor, limit: number): Promise<HistoryRecord[]>;
}
