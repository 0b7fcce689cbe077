import { type Call, isOpen } from './call.ts';

export const CALL_STATES = ['not-open-yet', 'open', 'paused', 'over'] as const;

/** How a call stands. */
export function stateOf(call: Call, now: Date): (typeof CALL_STATES)[number] {
  if (isOpen(call, now)) return call.paused ? 'paused' : 'open';
  return now.toISOString() < call.opensAt ? 'not-open-yet' : 'over';
}
