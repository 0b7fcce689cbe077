/** Money that a start may use, up to a limit that several starts share. Amounts are US dollars. */
export interface Budget {
  /** E.g. `call:standing` or `day:2026-11-25`. */
  scope: string;
  /** Null: none; what is used is only counted. */
  limitUsd: number | null;
}

/** What a start may cost, and the budgets that must have room for it. */
export interface Reservation {
  usd: number;
  /** The day in UTC to which it counts, e.g. `2026-11-25`. */
  day: string;
  budgets: readonly Budget[];
}
