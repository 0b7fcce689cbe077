import type { CuratorRole, Member } from '../requests/index.ts';

/** What somebody signs in for: to see what is kept of them, or to work at the desk. */
export const SIGN_IN_PURPOSES = ['mine', 'desk'] as const;
export type SignInPurpose = (typeof SIGN_IN_PURPOSES)[number];

/** Where somebody is sent back to with what they were asked for, and what proves that it is them (PKCE, RFC 7636). */
export interface SignInStep {
  purpose: SignInPurpose;
  callbackUrl: string;
}

export type SignedInAccount =
  | {
      outcome: 'signed-in';
      member: Member;
      /** Their unique name there, without a sign before it. */
      username: string;
      /** What they may do at the desk; null: nothing, or it was not asked. */
      role: CuratorRole | null;
    }
  /** The code came too late, was used before or is not from this attempt. */
  | { outcome: 'code-refused' }
  /** The platform does not take our secret, or not this address to come back to: only the operator can mend it. */
  | { outcome: 'client-refused'; reason: string };

/**
 * Signing in on our pages with one's account at a platform, by OAuth 2. What the platform gives for it is used once, given
 * back and never kept. Throws `AdapterError` where the platform is away.
 */
export interface AccountSignIn {
  readonly platform: string;
  /** What one can sign in for with such an account. */
  readonly purposes: readonly SignInPurpose[];
  /** Where the person says yes or no. */
  address(step: SignInStep & { state: string; challenge: string }): Promise<string>;
  redeem(step: SignInStep & { code: string; verifier: string }): Promise<SignedInAccount>;
}
