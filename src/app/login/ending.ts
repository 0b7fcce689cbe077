import type { SignedIn } from '../../bots/x/signing-in/complete-sign-in.ts';
import type { Callback } from '../../bots/x/signing-in/read-callback.ts';

/** How an attempt to log in ended. */
export type Ending =
  | SignedIn
  | Extract<Callback, { outcome: 'denied' | 'refused' }>
  /** Nobody was sent back in time, or what was to be pasted ended. */
  | { outcome: 'nobody-came' }
  | { outcome: 'x-away'; reason: string };
