import type { Instant, PromptRequest, Work, WorkTicket } from '../requests/index.ts';

/** A row of the outbox: work that was saved with a request and is not done. Rows that are done are deleted. */
export interface WorkRow extends WorkTicket {
  requestId: string;
  work: Work;
  /** 1 for the first try. Counted here, not by the queue. */
  attempt: number;
  dueAt: Instant;
}

export interface PickRules {
  /** At most so many rows. */
  limit: number;
  /** At most so many `start-clip` rows among them: the free places at the engine. */
  startable: number;
  /** A member with so many clips under way is passed over until one is done. */
  inFlightPerMember: number;
  now: Instant;
}

/**
 * The truth about what is to be done next. A row is `open` → (pick) → `queued` → (take) → `running` → gone. BullMQ only
 * carries tickets; losing all of them loses nothing.
 */
export interface WorkStore {
  /**
   * Marks due open rows as queued, each with its next epoch, and returns them. Work on clips under way goes first; then
   * the `LEISURELY_STEP`, one row while none is queued or running; then `start-clip` rows by start-time fair queueing over
   * members (RELIABILITY: `vft = max(V, lane's last) + cost / weight`).
   */
  pick(rules: PickRules): Promise<WorkRow[]>;
  /** Compares and sets `queued` → `running` for each ticket; those that are someone else's by now are left out. */
  take(tickets: readonly WorkTicket[], leaseUntil: Instant): Promise<{ row: WorkRow; request: PromptRequest }[]>;
  /** Whether the ticket is still the row's newest; asked before each call that must not be made twice. */
  isCurrent(ticket: WorkTicket): Promise<boolean>;
  /** Extends the lease of running rows. */
  renew(tickets: readonly WorkTicket[], leaseUntil: Instant): Promise<void>;
  /** Back to `open`, due later. `attempt` is the number of the next try. False when the row is no longer ours. */
  postpone(ticket: WorkTicket, next: { dueAt: Instant; attempt: number; error: string | null }): Promise<boolean>;
  /** Deletes a row whose work is done or moot without any change of the request. */
  complete(ticket: WorkTicket): Promise<boolean>;
  /** Rows queued before then and not taken: the dispatcher asks the queue whether it still has them. */
  queuedBefore(instant: Instant, limit: number): Promise<WorkRow[]>;
  /** Back to `open`: rows still queued under these tickets. One that was taken meanwhile is left to its worker. */
  reopen(tickets: readonly WorkTicket[]): Promise<number>;
  /** Back to `open` with `attempt` one up: running rows whose lease has ended. A process that dies in a step failed it. */
  reopenExpired(now: Instant): Promise<number>;
  /**
   * Back to `open`: every queued or running row, the running ones with `attempt` one up. Only for the sole owner of the
   * records, at its start.
   */
  reopenAll(): Promise<number>;
  /** When the next open row is due; null when none is open. */
  nextDue(): Promise<Instant | null>;
  /**
   * Requests whose clip is being made: `generating` with no start in doubt, and `start-clip` rows queued or running.
   */
  startsUnderWay(): Promise<number>;
  counts(): Promise<{ open: number; queued: number; running: number }>;
  /** Calls back soon after work was saved. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
