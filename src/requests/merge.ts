import type { Instant } from './instant.ts';

/** That a request is the same wish as another, whose fate and clip it shares. */
export interface Merge {
  /** The other request's id. */
  into: string;
  /** The curator; null: it was found to be the same. */
  by: string | null;
  at: Instant;
}
