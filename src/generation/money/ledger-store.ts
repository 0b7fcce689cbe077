/** What has been done with money, in US dollars. */
export interface MoneySums {
  /** Starts that were reserved for, whatever became of them. */
  starts: number;
  /** At an engine, or being asked of one. */
  reservedUsd: number;
  chargedUsd: number;
  /** May have been billed: an answer was lost, or nobody waited for it. */
  uncertainUsd: number;
  /** Failed, and not billed. */
  refundedUsd: number;
}

/** A day in UTC, at an engine, for a call. */
export interface MoneyDay extends MoneySums {
  day: string;
  engine: string;
  callId: string;
}

/** Reads the ledger. It is written with the saves of requests alone, so that nothing in it is without its reason. */
export interface LedgerStore {
  /** What each request has cost so far, in the order of the ids. */
  ofRequests(requestIds: readonly string[]): Promise<MoneySums[]>;
  /** What is used of each budget (its scope), in US dollars, in their order: reserved, charged and uncertain. */
  used(scopes: readonly string[]): Promise<number[]>;
  /** From a day on, newest first. */
  days(since: string): Promise<MoneyDay[]>;
}
