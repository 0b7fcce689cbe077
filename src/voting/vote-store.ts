/**
 * What is voted for: a request before it is made, or its clip after. Both are named by the request's id. Requests that were
 * merged share one clip, and whichever of them names it, its votes are the same.
 */
export interface VoteTarget {
  kind: 'request' | 'clip';
  id: string;
}

export interface Tally {
  votes: number;
  /** Members who saw the clip, voters among them; for requests the same as the votes. */
  viewers: number;
}

/** Votes that look agreed upon and do not count until somebody has looked at them. */
export interface HeldVotes {
  heldVotes: number;
  /** Whether one of them is the voter's who asks. */
  voteHeld: boolean;
}

export interface ResultsQuery {
  order: 'best' | 'newest';
  /** Only clips delivered since then (ISO 8601), or null. */
  since: string | null;
  /** Only those delivered before then (ISO 8601); absent: up to now. */
  until?: string;
  /** Only these; absent: all. */
  among?: readonly string[];
  callId: string | null;
  limit: number;
  offset: number;
}

/**
 * One row per voter and target, unique; counts are derived from the rows, never kept beside them. Whoever joined accounts
 * (see `JoinStore`) has one vote, by whichever of them.
 */
export interface VoteStore {
  /** `voter` is a `memberKey`. `own`: it is a request of theirs, or its clip. */
  cast(target: VoteTarget, voter: string, at: string): Promise<'cast' | 'already' | 'own'>;
  withdraw(target: VoteTarget, voter: string): Promise<'withdrawn' | 'none'>;
  /** Remembers that a member saw a clip of somebody else's. */
  see(clipId: string, viewer: string, at: string): Promise<void>;
  tallies(targets: readonly VoteTarget[]): Promise<Tally[]>;
  /** For each target, in their order. Whose the others are is told to nobody. */
  heldFor(targets: readonly VoteTarget[], voter: string): Promise<HeldVotes[]>;
  /** Which of the targets the voter has voted for, by place. */
  votedFor(targets: readonly VoteTarget[], voter: string): Promise<boolean[]>;
  /** All that this account alone has voted for, oldest first, with when (ISO 8601). */
  castBy(voter: string): Promise<{ target: VoteTarget; at: string }[]>;
  /** Ids of delivered requests in order; `best` by the lower bound of `ranking.ts`. */
  results(query: ResultsQuery): Promise<string[]>;
  /** The best of them with that bound, likes on X weighed in as the operator has it; it is 0 where there is no vote. */
  ranked(query: Omit<ResultsQuery, 'order'>): Promise<{ id: string; points: number }[]>;
}
