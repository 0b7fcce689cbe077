import type { Instant } from './instant.ts';

/** A curator's word on whether a request counts against its requester. */
export interface StrikeWord {
  counts: boolean;
  curator: string;
  at: Instant;
  reason: string;
}

/** A requester's word against a decision, once in a request's life. */
export interface Appeal {
  at: Instant;
  /** Untrusted text. */
  words: string;
  /** The state that it is against. */
  of: 'refused' | 'declined' | 'blocked';
  /** The curators who had decided: neither the appeal nor what it leads to is for them. */
  against: string[];
  /** Null while it waits. */
  decided: { curator: string; at: Instant; upheld: boolean; note: string | null } | null;
}
