import type { PromptRequest } from '../../requests/index.ts';

/** What waits for curators. */
export interface QueueCounts {
  /** Requests in review. */
  waiting: number;
  /** What must be settled and is no review. */
  attention: number;
  /** ISO 8601, when the oldest of those in review was asked for; null when there are none. */
  oldest: string | null;
}

/** Which requests somebody may decide; null: all. */
export type Mine = ((request: PromptRequest) => Promise<boolean>) | null;

export interface ReviewQueue {
  counts(mine: Mine): Promise<QueueCounts>;
  /**
   * Takes into hand for the curator what waits longest behind the given request (null: of all) and is in nobody else's,
   * reviews before what else needs attention; from the start again at the end. Null when there is nothing for them.
   */
  takeNext(curator: string, behind: string | null, mine: Mine): Promise<PromptRequest | null>;
}
