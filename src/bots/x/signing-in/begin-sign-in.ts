import { createHash, randomBytes } from 'node:crypto';
import { SCOPES } from '../connection/endpoints.ts';

/** One attempt to log in. */
export interface SignIn {
  /** Where the account's owner lets the app in. */
  address: string;
  callbackUrl: string;
  /** Comes back with the answer, so that no other answer is taken for it. */
  state: string;
  /** Proves that who redeems the code is who asked for it (PKCE, RFC 7636). */
  verifier: string;
}

const SECRET_BYTES = 32;

/** Asks for all that the bot does at X, and no more. */
export function beginSignIn({
  authorizeUrl,
  clientId,
  callbackUrl,
}: {
  authorizeUrl: string;
  clientId: string;
  callbackUrl: string;
}): SignIn {
  const state = randomBytes(SECRET_BYTES).toString('base64url');
  const verifier = randomBytes(SECRET_BYTES).toString('base64url');
  const address = new URL(authorizeUrl);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callbackUrl,
    scope: SCOPES.join(' '),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address: address.href, callbackUrl, state, verifier };
}
