import type { KeptLogin } from '../x-logins.ts';

/** What is done about a login before it is used. */
export type NextStep = 'use' | 'renew' | 'lost';

/** Of two hours, which X gives: time enough for an operator to hear of trouble and to log in anew. */
const LAST_SHARE = 1 / 4;

/**
 * X gives a new refresh token with each renewal and takes the old one once; shown again, it may end the whole login,
 * with the access token that is still good. So where it is not known whether it was used up, it is not shown again
 * before nothing is left to lose.
 */
export function nextStep(
  { renewal, from, until }: Pick<KeptLogin, 'renewal' | 'from' | 'until'>,
  { now, refused }: { now: number; refused: boolean },
): NextStep {
  const end = Date.parse(until);
  const over = refused || now >= end;
  if (renewal === 'refused') return over ? 'lost' : 'use';
  if (renewal === 'begun') return over ? 'renew' : 'use';
  return over || now >= end - (end - Date.parse(from)) * LAST_SHARE ? 'renew' : 'use';
}
