import type { FeedCursor, HistoryEntry, Instant } from '../../requests/index.ts';

/** An entry as it is sealed. */
export interface SealableEntry {
  entry: HistoryEntry;
  /** Its own place in the feed. */
  place: FeedCursor;
  /** Random, of its request alone, and another one once the request is forgotten. */
  salt: string;
  /** Whether its request's words have been taken out. */
  forgotten: boolean;
}

/** Holds all that was committed up to a place of the feed, by its own entries and by the seal before it. */
export interface Seal {
  /** From 1, without gaps. */
  number: number;
  at: Instant;
  /** The place of its last entry. */
  upTo: FeedCursor;
  /** One for each entry since the seal before, in the order of the feed; see `digestOf`. */
  digests: string[];
  hash: string;
}

export interface SealStore {
  readonly beginning: FeedCursor;
  last(): Promise<Seal | null>;
  /** In their order, from behind the number on. */
  list(after: number, limit: number): Promise<Seal[]>;
  /** False where there is one of that number already. Seals can only be added. */
  add(seal: Seal): Promise<boolean>;
  /** Entries behind a place, in the order of the feed; up to another where one is given. */
  entries(after: FeedCursor, limit: number, upTo?: FeedCursor): Promise<SealableEntry[]>;
}
