import type { HistoryEntry } from './history.ts';
import type { Instant } from './instant.ts';
import type { PostRef } from './post-ref.ts';
import type { PromptRequest } from './request.ts';
import type { StoredFile } from './stored-file.ts';

/** What is kept of a member beside their requests and votes. */
export interface HeldBeside {
  /** What they wrote in our own room. */
  posts: { id: string; at: Instant; text: string; picture: StoredFile | null }[];
  /** Clips that they were seen to play. */
  views: { clipId: string; at: Instant }[];
  /** Which of two clips they found better. */
  duels: { first: string; second: string; answer: string; at: Instant }[];
  /** What they reported of others' clips, until a curator has looked into it. */
  reports: { clipId: string; at: Instant; words: string }[];
}

/** Members who want to be forgotten, and the forgetting itself. `member` is a `memberKey`. */
export interface ForgetStore {
  /** Keeps the wish until all that was asked by then is forgotten. */
  ask(member: string, at: Instant): Promise<void>;
  heldOf(member: string): Promise<HeldBeside>;
  /** Leaves of what they wrote in our room by then, and of what the bot answered to it, no word. Hashes of its pictures. */
  emptyPosts(member: string, askedAt: Instant): Promise<string[]>;
  waiting(): Promise<{ member: string; askedAt: Instant }[]>;
  /** Requests of theirs asked by then. `busy`: with work still to be done, or not settled. */
  requestsOf(member: string, askedAt: Instant): Promise<{ request: PromptRequest; busy: boolean }[]>;
  /** Where our own posts about a request stand. */
  postsAbout(requestId: string): Promise<PostRef[]>;
  /**
   * Leaves of a request only what may stay, all at once. False, and nothing done, where it changed meanwhile. `events` by the
   * version each led to.
   */
  forget(left: PromptRequest, events: ReadonlyMap<number, HistoryEntry['event']>): Promise<boolean>;
  /** Whether any record still has the file: a request, a post in our room, a call or its reel. */
  needsFile(sha256: string): Promise<boolean>;
  /** The member's wish is fulfilled; votes and views of theirs go with it, and their sessions. */
  done(member: string): Promise<void>;
}
