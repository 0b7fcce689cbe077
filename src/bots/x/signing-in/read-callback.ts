import { isSameSecret } from '../../signing-in/is-same-secret.ts';
import type { SignIn } from './begin-sign-in.ts';

/** What X sent somebody back with. */
export type Callback =
  | { outcome: 'allowed'; code: string }
  | { outcome: 'denied' }
  /** X itself found something wrong. */
  | { outcome: 'refused'; reason: string }
  /** An answer to something else than this attempt: an old page, or somebody else's doing. */
  | { outcome: 'not-ours' }
  /** No address that X sends anybody back to. */
  | { outcome: 'no-answer' };

const LONGEST_REASON = 200;

/** Reads an address to which X sent somebody back, whole or from its path on. */
export function readCallback(address: string, { callbackUrl, state }: Pick<SignIn, 'callbackUrl' | 'state'>): Callback {
  const text = address.trim();
  if (text === '' || !URL.canParse(text, callbackUrl)) return { outcome: 'no-answer' };
  const [given, expected] = [new URL(text, callbackUrl), new URL(callbackUrl)];
  const { searchParams } = given;
  const [code, error] = [searchParams.get('code'), searchParams.get('error')];
  const elsewhere = given.origin !== expected.origin || given.pathname !== expected.pathname;
  if (elsewhere || (code === null && error === null)) return { outcome: 'no-answer' };
  if (!isSameSecret(searchParams.get('state') ?? '', state)) return { outcome: 'not-ours' };
  if (error === 'access_denied') return { outcome: 'denied' };
  if (error !== null || !code) {
    const reason = searchParams.get('error_description') || error || 'no code';
    return { outcome: 'refused', reason: onOneLine(reason) };
  }
  return { outcome: 'allowed', code };
}

/** Anybody can write such an address, and it is shown in a terminal. */
function onOneLine(text: string): string {
  return text
    .replaceAll(/\p{C}+/gu, ' ')
    .slice(0, LONGEST_REASON)
    .trim();
}
