import { type Call, isDecided, isOpen, wasCalledOff } from './call.ts';

/** `choosing`: it has ended, and curators still choose among what was asked in it. */
export const CALL_STATES = ['not-open-yet', 'open', 'paused', 'choosing', 'over'] as const;

/** How a call stands. */
export function stateOf(call: Call, now: Date): (typeof CALL_STATES)[number] {
  if (wasCalledOff(call)) return 'over';
  if (isOpen(call, now)) return call.paused ? 'paused' : 'open';
  if (now.toISOString() < call.opensAt) return 'not-open-yet';
  return isDecided(call, now) ? 'over' : 'choosing';
}
