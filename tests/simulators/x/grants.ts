import { createHash, randomBytes } from 'node:crypto';
import type { Settings } from './settings.ts';
import type { User } from './world.ts';

/** What the bot's owner granted an app once, with all tokens that came of it. */
interface Login {
  account: User;
  scopes: readonly string[];
  ended: boolean;
}

interface Code {
  account: User;
  scopes: readonly string[];
  redirectUri: string;
  challenge: string;
  until: number;
}

export interface Given {
  access_token: string;
  refresh_token?: string;
  expires_in: number;
  scope: string;
  token_type: 'bearer';
}

/** The OAuth 2 tokens that are good, and those that were. */
export interface Grants {
  /** A code for an app, good once and shortly. */
  allow(asked: Omit<Code, 'until'>): string;
  /** Tokens for a code; the reason why not as a text. */
  redeem(code: string, redirectUri: string, verifier: string): Given | string;
  /** The next tokens for a refresh token, which is good once. */
  refresh(token: string): Given | string;
  /** Whose an access token is, and what it may do; null where it is none, or none any more. */
  loginOf(accessToken: string): Pick<Login, 'account' | 'scopes'> | null;
  scopesOf(accessToken: string): readonly string[] | null;
  /** Ends an access token before its time. */
  revoke(accessToken: string): void;
  /** All access tokens that are there. */
  all(): string[];
}

/** Good for ever and for everything, where a test has no wish to log in. */
const SIMULATED = 'simulated-user-token';

/**
 * As X does it: refresh tokens rotate, one that was used is refused, and with it the whole login ends (as reported by
 * many; X does not say). Whether the old access token outlives a renewal X does not say either.
 */
export function createGrants(settings: Settings, bot: User): Grants {
  const now = () => settings.clock().getTime();
  const codes = new Map<string, Code>();
  const access = new Map<string, { login: Login; until: number }>();
  const refresh = new Map<string, { login: Login; used: boolean; with: string }>();

  function give(login: Login): Given {
    const made = randomBytes(24).toString('base64url');
    access.set(`access-${made}`, { login, until: now() + settings.tokenSeconds * 1000 });
    const stays = login.scopes.includes('offline.access');
    if (stays) refresh.set(`refresh-${made}`, { login, used: false, with: `access-${made}` });
    return {
      token_type: 'bearer',
      expires_in: settings.tokenSeconds,
      access_token: `access-${made}`,
      scope: login.scopes.join(' '),
      ...(stays ? { refresh_token: `refresh-${made}` } : {}),
    };
  }

  function loginOf(token: string) {
    if (token === SIMULATED) return { account: bot, scopes: Object.keys(SCOPES) };
    const found = access.get(token);
    return found && !found.login.ended && now() < found.until ? found.login : null;
  }

  return {
    allow(asked) {
      const code = randomBytes(24).toString('base64url');
      codes.set(code, { ...asked, until: now() + settings.codeSeconds * 1000 });
      return code;
    },
    redeem(code, redirectUri, verifier) {
      const found = codes.get(code);
      codes.delete(code);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (!found || found.until < now()) return 'Value passed for the authorization code was invalid.';
      if (found.redirectUri !== redirectUri)
        return 'Value passed for the redirect uri did not match the uri of the authorization code.';
      if (found.challenge !== challenge) return 'Value passed for the code verifier was invalid.';
      return give({ account: found.account, scopes: found.scopes, ended: false });
    },
    refresh(token) {
      const found = refresh.get(token);
      if (!found || found.login.ended || found.used) {
        if (found && settings.reuseEndsLogin) found.login.ended = true;
        return 'Value passed for the token was invalid.';
      }
      found.used = true;
      if (settings.renewalEndsAccess) access.delete(found.with);
      return give(found.login);
    },
    loginOf,
    scopesOf: (token) => loginOf(token)?.scopes ?? null,
    revoke: (token) => void access.delete(token),
    all: () => [...access.keys()],
  };
}

/** What may be asked for, of what X knows. */
export const SCOPES: Readonly<Record<string, string>> = {
  'tweet.read': 'See all posts that you can see',
  'tweet.write': 'Post and repost for you',
  'users.read': 'See any account that you can see',
  'media.write': 'Upload pictures and videos for you',
  'like.write': 'Like posts for you',
  'offline.access': 'Stay connected until you revoke it',
};
