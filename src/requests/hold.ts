import type { Instant } from './instant.ts';

/** Why a request waits aside, and until when; null: until a curator takes it back. */
export type Hold =
  | { kind: 'later'; curator: string; at: Instant; note: string | null; until: Instant | null }
  /** What the requester is asked is the last of `UnderReview.questions`. */
  | { kind: 'question'; curator: string; at: Instant; until: Instant };

/** What a curator asked the requester. */
export interface Question {
  curator: string;
  at: Instant;
  words: string;
  /** Untrusted text, in the order in which it came. */
  answers: { at: Instant; words: string }[];
}
