import type { FeedCursor } from '../requests/index.ts';

/**
 * Reading a table in the order of its commits. Sequence numbers are given out before the commit, so a reader that goes
 * by them alone would pass by a row that is committed later with a lower number. Here rows are ordered by the number of
 * their transaction, then their own, and only those are read whose transaction is older than every one still running:
 * nothing can appear before them any more. A long transaction anywhere on the server holds the feed up, no more.
 */
export const FEED_BEGINNING: FeedCursor = '0-0';

/** The place of what a statement writes; asked for once a statement, where the column's default is asked for each row. */
export const THIS_TRANSACTION = '(select feed_transaction())';

/** For `where`, with the cursor's two parts as the first two values. */
export const AFTER_CURSOR = '(tx, seq) > ($1::bigint, $2::bigint) and tx < feed_horizon()';

/** For a statement that tells the newest place: only what can be read counts. */
export function endOf(table: 'history' | 'room_events' | 'translations'): string {
  return `select tx, seq from ${table} where tx < feed_horizon() order by tx desc, seq desc limit 1`;
}

export interface FeedPlace {
  tx: string;
  seq: string;
}

export function toCursor(place: FeedPlace | undefined, otherwise: FeedCursor): FeedCursor {
  return place ? `${place.tx}-${place.seq}` : otherwise;
}

/** Throws on a text that is no cursor of ours. */
export function fromCursor(cursor: FeedCursor): [string, string] {
  const match = /^(\d{1,18})-(\d{1,18})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw new TypeError(`Not a feed cursor: ${cursor}`);
  return [match[1], match[2]];
}
