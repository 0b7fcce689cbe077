import type { Clock } from '../../../requests/index.ts';
import { SCOPES } from '../connection/endpoints.ts';
import { lookAtAccount } from '../connection/look-at-account.ts';
import type { Tokens } from '../connection/tokens.ts';
import type { XLogins } from '../x-logins.ts';
import type { SignIn } from './begin-sign-in.ts';
import { type Redeemed, redeemCode } from './redeem-code.ts';
import { sealLogin } from './sealed-login.ts';
import type { Sealing } from './sealing.ts';
import type { Grant, TokenEndpoint } from './token-endpoint.ts';

export type SignedIn =
  | { outcome: 'signed-in'; username: string }
  | Exclude<Redeemed, { outcome: 'granted' }>
  | { outcome: 'scopes-missing'; missing: readonly string[] }
  /** The keys are those of another account than the one that logged in. */
  | { outcome: 'other-account'; username: string; keysOf: string };

export interface SignInDependencies {
  clientId: string;
  /** Without the version, e.g. `https://api.x.com`. */
  apiUrl: string;
  endpoint: Pick<TokenEndpoint, 'redeem'>;
  logins: XLogins;
  sealing: Sealing;
  /** OAuth 1.0a keys that are set as well. */
  keys: Tokens | null;
  clock: Clock;
}

/** Gets the tokens for a code, and keeps them where they are what the bot needs. Throws `AdapterError` where X is away. */
export async function completeSignIn(
  dependencies: SignInDependencies,
  { verifier, callbackUrl }: Pick<SignIn, 'verifier' | 'callbackUrl'>,
  code: string,
): Promise<SignedIn> {
  const { clientId, apiUrl, endpoint, logins, sealing, keys, clock } = dependencies;
  const redeemed = await redeemCode(endpoint, code, { verifier, callbackUrl });
  if (redeemed.outcome !== 'granted') return redeemed;
  const missing = missingScopes(redeemed.grant);
  if (missing.length > 0) return { outcome: 'scopes-missing', missing };
  const { accessToken, refreshToken, scopes, from, until } = redeemed.grant;
  const { id, username } = await lookAtAccount(accessToken, { apiUrl, clock });
  if (keys) {
    const other = await lookAtAccount(await keys.current('GET /2/users/me'), { apiUrl, clock });
    if (other.id !== id) return { outcome: 'other-account', username, keysOf: other.username };
  }
  const whose = { clientId, account: { id, username } };
  const sealed = sealLogin(sealing, whose, { accessToken, refreshToken: refreshToken ?? '' });
  await logins.save(
    { ...whose, scopes: scopes.length > 0 ? scopes : SCOPES, sealed, from, until, renewal: 'settled' },
    null,
  );
  return { outcome: 'signed-in', username };
}

/** X need not say what it granted where it is all that was asked for (RFC 6749, 5.1). */
function missingScopes({ scopes, refreshToken }: Grant): string[] {
  const missing = scopes.length === 0 ? [] : SCOPES.filter((scope) => !scopes.includes(scope));
  return refreshToken === null && missing.length === 0 ? ['offline.access'] : missing;
}
