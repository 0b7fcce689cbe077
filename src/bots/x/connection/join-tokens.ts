import { AdapterError } from '../../../requests/index.ts';
import { takesLogin } from './endpoints.ts';
import type { Tokens } from './tokens.ts';
import { failure } from './x-error.ts';

/** There is no login, or none that X still takes. */
export const NOT_LOGGED_IN = 'not-logged-in';

/** Signs with the login what X takes it for, and with the keys the rest – and everything, once the login is lost. */
export function joinTokens({
  login,
  keys,
  takes = takesLogin,
}: {
  login: Tokens | null;
  keys: Tokens | null;
  /** Whether X takes a login for a call. */
  takes?: (call: string) => boolean;
}): Tokens {
  if (!login && keys) return keys;

  async function byLogin(call: string) {
    if (!login || !takes(call)) return null;
    return login.current(call).catch((error: unknown) => {
      if (keys && error instanceof AdapterError && error.code === NOT_LOGGED_IN) return null;
      throw error;
    });
  }

  return {
    async current(call) {
      const signature = await byLogin(call);
      if (signature !== null) return signature;
      if (keys) return keys.current(call);
      const message = `X serves ${call} to keys of OAuth 1.0a only: set X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN and X_ACCESS_SECRET too`;
      throw failure(message, 'not-allowed', true, undefined, { neverSent: true });
    },
    async renew(refused) {
      if (!login || typeof refused !== 'string') return false;
      // A login that is lost leaves it to the keys.
      return (await login.renew(refused)) || keys !== null;
    },
  };
}
