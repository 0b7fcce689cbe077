import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { KEYS } from './settings.ts';
import type { User } from './world.ts';
import type { X } from './x.ts';

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export interface Signer {
  /** Null for the app itself. */
  user: User | null;
  /** What a login may do; null where that is not asked. */
  scopes: readonly string[] | null;
}

/** Who signed a request; null for nobody that X knows. */
export function whoSigned(x: X, request: IncomingMessage, url: URL): Signer | null {
  const header = request.headers.authorization ?? '';
  const bearer = /^Bearer (.+)$/.exec(header)?.[1];
  const { bot } = x.world;
  if (bearer === KEYS.bearer) return { user: null, scopes: null };
  if (bearer !== undefined) {
    const login = x.grants.loginOf(bearer);
    return login && { user: login.account, scopes: login.scopes };
  }
  const signed = header.startsWith('OAuth ') && isRightlySigned(request.method ?? 'GET', url, header);
  return signed ? { user: bot, scopes: null } : null;
}

/** OAuth 1.0a (RFC 5849, 3.4): the signature over method, address and parameters; bodies that are no forms of words are not in it. */
function isRightlySigned(method: string, url: URL, header: string): boolean {
  const given = new Map(
    [...header.slice('OAuth '.length).matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      decodeURIComponent(value),
    ]),
  );
  if (given.get('oauth_consumer_key') !== KEYS.appKey || given.get('oauth_token') !== KEYS.accessToken) return false;
  const signed = [...given].filter(([key]) => key !== 'oauth_signature');
  const parameters = [...signed, ...url.searchParams]
    .map(([key, value]) => [encode(key), encode(value)] as const)
    .toSorted(([one, left], [other, right]) => (one + left < other + right ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  const base = [method, encode(`${url.origin}${url.pathname}`), encode(parameters)].join('&');
  const key = `${encode(KEYS.appSecret)}&${encode(KEYS.accessSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64') === given.get('oauth_signature');
}
