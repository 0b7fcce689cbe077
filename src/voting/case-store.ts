/**
 * Votes that look as if they were agreed upon. `burst`: many new accounts at once for one thing; `ring`: voters who all
 * vote for the same; `mutual`: people who vote for one another.
 */
export interface Suspicion {
  pattern: 'burst' | 'ring' | 'mutual';
  votes: CastVote[];
}

/** A vote as those that look for what is wrong with it see it. */
export interface CastVote extends Omit<KeptVote, 'account'> {
  /** When the oldest account of the voter was made, or first seen here; milliseconds since 1970. */
  since: number;
}

/** The same as it is kept. */
export interface KeptVote {
  /** Names it: kind, target and account. */
  row: string;
  /** What was voted for, as one word; of a duel, the clip that was found better. */
  target: string;
  /** The member's key. */
  account: string;
  /** Who has the account: one and the same for all that their owner joined, otherwise the member's key. */
  voter: string;
  /** In the same manner, whose it is that was voted for. */
  owner: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Held votes do not count until a curator has released them; void ones never do. */
export type CaseStanding = 'held' | 'released' | 'void';

export interface VoteCase {
  id: string;
  pattern: Suspicion['pattern'];
  standing: CaseStanding;
  /** The words of what was voted for. */
  targets: string[];
  votes: number;
  voters: number;
  /** ISO 8601. */
  foundAt: string;
  /** What was done with it, oldest first; the finding itself has no curator. */
  acts: { at: string; act: CaseStanding; curator: string | null; reason: string | null; votes: number }[];
}

export interface VoteCaseStore {
  /** All votes and answers since then (ISO 8601), in no order. */
  votesSince(since: string): Promise<KeptVote[]>;
  /** Something that is another when those are. */
  mark(): Promise<string>;
  /**
   * Holds the votes that no case was about yet, in the open case of the same pattern that is about one of the targets, or
   * in a new one under the id. Returns how many.
   */
  hold(id: string, suspicion: Suspicion, at: string): Promise<number>;
  /** Newest first; those that are open before all others. */
  list(limit: number): Promise<VoteCase[]>;
  /** `already`: it stands so. */
  settle(
    id: string,
    standing: Exclude<CaseStanding, 'held'>,
    by: { curator: string; reason: string; at: string },
  ): Promise<'settled' | 'already' | 'unknown'>;
}
