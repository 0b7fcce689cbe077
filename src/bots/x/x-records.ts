/** What a part of our dealings with X cost on a day. */
export interface Spending {
  kind: SpendingKind;
  /** Posts read or made, or accounts read. */
  count: number;
  /** Millionths of a US dollar. */
  microDollars: number;
}

/** What X asks money for, as this bot uses it. */
export type SpendingKind =
  | 'own-read'
  | 'read'
  | 'like-read'
  | 'account-read'
  | 'reply'
  | 'alt-text'
  | 'post'
  | 'post-with-link';

/** A video that lies at X and is not posted yet. */
export interface KeptUpload {
  mediaId: string;
  /** The hash of its bytes. */
  sha256: string;
  /** Until when X keeps it, ISO 8601. */
  until: string;
}

/** What is remembered of our dealings with X, for all processes. */
export interface XRecords {
  /** Adds to what a day (UTC, `2026-11-25`) cost. */
  addSpending(day: string, spending: Spending): Promise<void>;
  spendingOn(day: string): Promise<Spending[]>;
  /** Under the key of the post that is to carry it. */
  keepUpload(key: string, upload: KeptUpload): Promise<void>;
  findUpload(key: string): Promise<KeptUpload | null>;
  /** How many likes each of our posts had when that was last read. */
  keepLikes(likes: readonly { postId: string; likes: number; readAt: string }[]): Promise<void>;
  likesOf(postIds: readonly string[]): Promise<Map<string, number>>;
}
