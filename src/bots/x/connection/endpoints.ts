/** How X may be told who asks: the four keys of OAuth 1.0a, a login by OAuth 2, or the app's own token. */
type Scheme = 'keys' | 'login' | 'app';

interface Endpoint {
  takes: readonly Scheme[];
  /** What a login must have been granted. */
  scopes: readonly string[];
}

/** What X wants to be let do before it says whose account it is. */
export const READING = ['tweet.read', 'users.read'] as const;
const WRITING = ['tweet.read', 'tweet.write', 'users.read'] as const;
const MEDIA = ['media.write'] as const;
const ANYBODY: readonly Scheme[] = ['keys', 'login', 'app'];
const ACCOUNT: readonly Scheme[] = ['keys', 'login'];

/**
 * Who may make each call that this bot makes, as X's OpenAPI has it (`security`, 2.167). None of them is left that X
 * serves to keys of OAuth 1.0a alone; should it take one back, this is the place.
 */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET /2/users/me': { takes: ACCOUNT, scopes: READING },
  'GET /2/users/:id/mentions': { takes: ANYBODY, scopes: READING },
  'GET /2/users/:id/tweets': { takes: ANYBODY, scopes: READING },
  'GET /2/tweets': { takes: ANYBODY, scopes: READING },
  'GET /2/tweets/search/recent': { takes: ANYBODY, scopes: READING },
  'POST /2/tweets': { takes: ACCOUNT, scopes: WRITING },
  'DELETE /2/tweets/:id': { takes: ACCOUNT, scopes: WRITING },
  'POST /2/media/upload/initialize': { takes: ACCOUNT, scopes: MEDIA },
  'POST /2/media/upload/:id/append': { takes: ACCOUNT, scopes: MEDIA },
  'POST /2/media/upload/:id/finalize': { takes: ACCOUNT, scopes: MEDIA },
  'GET /2/media/upload': { takes: ACCOUNT, scopes: MEDIA },
  'POST /2/media/metadata': { takes: ACCOUNT, scopes: MEDIA },
  'POST /2/media/subtitles': { takes: ACCOUNT, scopes: MEDIA },
};

/** Without it X gives no refresh token, and the login is over after two hours. */
const STAYING = 'offline.access';

/** All that a login must be granted. */
export const SCOPES: readonly string[] = [
  ...new Set([...Object.values(ENDPOINTS).flatMap(({ scopes }) => scopes), STAYING]),
];

/** Whether a call, e.g. `GET /2/tweets`, may be made with a login; one that is not in the list may. */
export function takesLogin(call: string): boolean {
  return ENDPOINTS[call]?.takes.includes('login') ?? true;
}
