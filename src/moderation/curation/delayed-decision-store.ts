import type { DeskDecision } from './review-desk.ts';

/** A decision that takes effect a little later: until then nothing is sent and nothing paid, and it can be taken back. */
export interface DelayedDecision {
  requestId: string;
  /** The request's version that was decided on; of what it became since the decision says nothing. */
  version: number;
  curator: string;
  decision: DeskDecision;
  /** ISO 8601. */
  madeAt: string;
  effectAt: string;
}

/** Keeps decisions until they take effect: whoever dies meanwhile finds them again. At most one a request. */
export interface DelayedDecisionStore {
  /** Keeps it unless one waits already; answers with the one that waits now. */
  add(decision: DelayedDecision): Promise<DelayedDecision>;
  /** Takes the curator's own back; those that are taking effect cannot be. The ids of those that were. */
  takeBack(requestIds: readonly string[], curator: string): Promise<string[]>;
  find(requestId: string): Promise<DelayedDecision | null>;
  /** All that wait, soonest first; no more than curators make in the delay. */
  all(): Promise<DelayedDecision[]>;
  /**
   * Hands out those whose time has come, and that nobody has in hand: until the lease (ISO 8601) is over they are the
   * caller's to bring into effect, and nobody can take them back any more.
   */
  takeDue(now: string, leaseUntil: string): Promise<DelayedDecision[]>;
  /** Of one that was handed out; another that was made since, after its lease was over, stays. */
  end(decision: DelayedDecision): Promise<void>;
  /** Calls back soon after any was made, taken back or ended, perhaps more often than needed. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
