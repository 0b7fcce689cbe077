import type { ClipOptions, PromptRequest } from '../../requests/index.ts';

/** A curator's decision on a request. */
export type DeskDecision =
  | { action: 'approve'; prompt?: string | undefined; options?: ClipOptions | undefined; note?: string | undefined }
  | { action: 'decline'; reason: string; note?: string | undefined }
  | { action: 'escalate'; note?: string | undefined }
  | { action: 'restart-shot'; shot: number }
  | { action: 'take-down'; reason: string }
  | { action: 'uphold-appeal' | 'retry' | 'give-up' | 'release-clip' | 'block-clip' | 'dismiss-reports' };

/** What a curator can do at the desk. */
export type DeskAction = DeskDecision | { action: 'claim' } | { action: 'release' };

export interface DeskOutcome {
  outcome: 'done' | 'already-decided' | 'held-by-another' | 'not-now';
  /** The curator who holds it or decided it, where one did. */
  by: string | null;
  request: PromptRequest;
}

/** Where curators decide. Whoever acts holds the request; what another holds or has decided is answered as that. */
export interface ReviewDesk {
  /** Null when there is no such request. */
  act(requestId: string, curator: string, action: DeskAction): Promise<DeskOutcome | null>;
}
