import { type AttemptSecrets, makeAttemptSecrets } from '../../signing-in/attempt-secrets.ts';
import { authorizeAddress } from '../../signing-in/authorize-address.ts';
import { SCOPES } from '../connection/endpoints.ts';

/** One attempt to log in. */
export interface SignIn extends Pick<AttemptSecrets, 'state' | 'verifier'> {
  /** Where the account's owner lets the app in. */
  address: string;
  callbackUrl: string;
}

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
  const { state, verifier, challenge } = makeAttemptSecrets();
  const address = authorizeAddress(authorizeUrl, { clientId, callbackUrl, scopes: SCOPES, state, challenge });
  return { address, callbackUrl, state, verifier };
}
