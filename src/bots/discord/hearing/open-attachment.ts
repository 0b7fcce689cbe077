import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { get as getPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getSecure } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { AdapterError } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';
import { isPublicAddress } from './public-address.ts';

/** Where Discord keeps what people attach (docs: reference, "CDN endpoints", and the media proxy). */
const CDN_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const DEADLINE_MS = 30_000;

/**
 * Opens what hangs on a message. Only Discord's own hosts are asked, and the host that the operator named as Discord's
 * API; a name that leads to a private address is not followed, nor is any redirect. Null where there is nothing (any
 * more) or the link leads elsewhere.
 */
export async function openAttachment(link: string, apiUrl: string): Promise<Readable | null> {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) return null;
  const named = url.host === new URL(apiUrl).host;
  if (!named && (url.protocol !== 'https:' || !CDN_HOSTS.includes(url.host) || isIP(url.hostname) !== 0)) return null;
  const response = await fetchOnce(url, named ? {} : { lookup: lookupPublic });
  if (response.statusCode === 200) return response;
  response.destroy();
  if ((response.statusCode ?? 0) >= 500 || response.statusCode === 429) {
    throw failure(`A picture could not be fetched: ${response.statusCode}`, `http-${response.statusCode}`);
  }
  return null;
}

async function fetchOnce(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getSecure : getPlain;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const signal = AbortSignal.timeout(DEADLINE_MS);
  get(url, { ...options, signal }, resolve).on('error', (cause) => {
    reject(failure('A picture could not be fetched', signal.aborted ? 'timeout' : 'unreachable', cause));
  });
  return promise;
}

/** The address that was looked at is the one that is connected to. */
function lookupPublic(
  hostname: string,
  options: LookupOptions,
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses ?? [];
    if (error || refused || !first) return done(error ?? new Error(`${hostname} leads to a private address`), '');
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
}

function failure(message: string, code: string, cause?: unknown): AdapterError {
  return new AdapterError(message, { adapter: DISCORD, code, retryable: true, cause });
}
