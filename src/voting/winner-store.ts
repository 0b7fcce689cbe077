import type { WinnersRule } from '../calls/winners-rule.ts';

/** Who won a call. Clips are named by their requests' ids. */
export interface FoundWinners {
  callId: string;
  /** The end of the call after which they were found (ISO 8601): a call that was opened again has no winners yet. */
  closedAt: string;
  foundAt: string;
  by: WinnersRule['by'];
  /** Best first; equals share a place. Empty: nobody voted. */
  winners: { id: string; place: number }[];
}

export interface WinnerStore {
  /** What was found last of each call, in no order; those of which nothing was found are left out. */
  of(callIds: readonly string[]): Promise<FoundWinners[]>;
  /** What was found first for an end of the call stands. */
  keep(found: FoundWinners): Promise<'kept' | 'already'>;
}
