import type { HistoryEntry } from './history.ts';
import type { Instant } from './instant.ts';
import type { PostRef } from './post-ref.ts';
import type { PromptRequest } from './request.ts';

/** Members who want to be forgotten, and the forgetting itself. `member` is a `memberKey`. */
export interface ForgetStore {
  /** Keeps the wish until all that was asked by then is forgotten. */
  ask(member: string, at: Instant): Promise<void>;
  waiting(): Promise<{ member: string; askedAt: Instant }[]>;
  /** Requests of theirs asked by then. `busy`: with work still to be done, or not settled. */
  requestsOf(member: string, askedAt: Instant): Promise<{ request: PromptRequest; busy: boolean }[]>;
  /** Where our own posts about a request stand. */
  postsAbout(requestId: string): Promise<PostRef[]>;
  /** Leaves of a request only what may stay. False where it changed meanwhile. `events` by the version each led to. */
  forget(left: PromptRequest, events: ReadonlyMap<number, HistoryEntry['event']>): Promise<boolean>;
  /** Whether any request or post still speaks of the file. */
  needsFile(sha256: string): Promise<boolean>;
  /** The member's wish is fulfilled; votes and views of theirs go with it. */
  done(member: string): Promise<void>;
}
