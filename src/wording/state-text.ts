import type { RequestState } from '../requests/index.ts';
import type { PageKey } from './pages.ts';

/** A state in a word or two. */
export const STATE_TEXT = {
  received: 'stateReceived',
  'in-review': 'stateInReview',
  held: 'stateHeld',
  merged: 'stateMerged',
  refused: 'stateRefused',
  declined: 'stateDeclined',
  approved: 'stateApproved',
  generating: 'stateGenerating',
  finishing: 'stateFinishing',
  ready: 'stateReady',
  delivered: 'stateDelivered',
  blocked: 'stateBlocked',
  removed: 'stateRemoved',
  failed: 'stateFailed',
  withdrawn: 'stateWithdrawn',
} as const satisfies Record<RequestState, PageKey>;
