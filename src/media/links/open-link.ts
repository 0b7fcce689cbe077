import { lookup } from 'node:dns';
import { get as getPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { AdapterError } from '../../requests/index.ts';
import { isPublicAddress } from './public-address.ts';

const DEADLINE_MS = 30_000;

/** Which links of a platform's are followed. */
export interface LinkRules {
  /** The platform's id, for errors. */
  adapter: string;
  /** Where it keeps its files; one that begins with a dot stands for all names that end so. `any`: anywhere on the internet. */
  hosts: readonly string[] | 'any';
  /** The address that the operator named as the platform's API; its host is asked too, whatever address it has. */
  apiUrl: string;
  /** From the asking to the last byte, in milliseconds; absent: half a minute. */
  deadlineMs?: number;
  /** How often it is followed to where else a file is said to lie, by the same rules each time; absent: never. */
  redirects?: number;
}

/**
 * Opens what hangs on a post. Only the platform's own hosts are asked, and the host that the operator named; a name that
 * leads to a private address is not followed, nor is any redirect unless the rules say so. Null where there is nothing (any
 * more) or the link leads elsewhere.
 */
export async function openLink(
  link: string,
  rules: LinkRules,
  resolve: typeof lookup = lookup,
): Promise<Readable | null> {
  const signal = AbortSignal.timeout(rules.deadlineMs ?? DEADLINE_MS);
  let at: string | null = link;
  for (let left = rules.redirects ?? 0; at !== null; left -= 1) {
    const response: IncomingMessage | null = await ask(at, rules, { signal, resolve });
    if (response === null || response.statusCode === 200) return response;
    response.destroy();
    at = left > 0 ? leadsTo(response, at) : null;
    throwOnTrouble(response, rules.adapter);
  }
  return null;
}

/** Null where the link leads elsewhere. */
async function ask(
  link: string,
  { adapter, hosts, apiUrl }: LinkRules,
  { signal, resolve }: { signal: AbortSignal; resolve: typeof lookup },
): Promise<IncomingMessage | null> {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) return null;
  const named = url.host === new URL(apiUrl).host;
  if (!named && (url.protocol !== 'https:' || !isOneOf(url.host, hosts) || isIP(url.hostname) !== 0)) return null;
  return fetchOnce(url, adapter, { signal, ...(named ? {} : { lookup: publicOnly(resolve) }) });
}

function leadsTo({ statusCode, headers }: IncomingMessage, from: string): string | null {
  const moved = [301, 302, 303, 307, 308].includes(statusCode ?? 0) && headers.location;
  return moved && URL.canParse(moved, from) ? new URL(moved, from).href : null;
}

function throwOnTrouble(response: IncomingMessage, adapter: string): void {
  if ((response.statusCode ?? 0) >= 500 || response.statusCode === 429) {
    throw failure(adapter, `A file could not be fetched: ${response.statusCode}`, `http-${response.statusCode}`);
  }
}

function isOneOf(host: string, hosts: LinkRules['hosts']): boolean {
  if (hosts === 'any') return true;
  return hosts.some((each) => (each.startsWith('.') ? host.endsWith(each) : host === each));
}

async function fetchOnce(url: URL, adapter: string, options: RequestOptions): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getSecure : getPlain;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(url, options, resolve).on('error', (cause) => {
    reject(failure(adapter, 'A file could not be fetched', options.signal?.aborted ? 'timeout' : 'unreachable', cause));
  });
  return promise;
}

/** The address that was looked at is the one that is connected to, so that no second answer can lead elsewhere. */
function publicOnly(resolve: typeof lookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses ?? [];
      if (error || refused || !first) return done(error ?? new Error(`${hostname} leads to a private address`), '');
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function failure(adapter: string, message: string, code: string, cause?: unknown): AdapterError {
  return new AdapterError(message, { adapter, code, retryable: true, cause });
}
