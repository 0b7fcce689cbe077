import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { KEYS } from './settings.ts';
import type { User } from './world.ts';
import type { X } from './x.ts';

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Who signed a request: the bot, the app itself (`app`), or nobody that X knows. */
export function whoSigned(x: X, request: IncomingMessage, url: URL): User | 'app' | null {
  const header = request.headers.authorization ?? '';
  const bearer = /^Bearer (.+)$/.exec(header)?.[1];
  if (bearer === KEYS.bearer) return 'app';
  if (bearer !== undefined) return x.tokens.access.has(bearer) ? x.world.bot : null;
  return header.startsWith('OAuth ') && isRightlySigned(request.method ?? 'GET', url, header) ? x.world.bot : null;
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
