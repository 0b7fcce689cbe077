import { AISDKError, APICallError } from 'ai';
import { AdapterError } from '../requests/index.ts';
import { connectionCode, neverConnected } from './connection-code.ts';
import { isModeration } from './is-moderation.ts';

/** Turned away at the door: the key, the address or the pace is wrong, and nothing was begun. */
const TURNED_AWAY = [401, 402, 403, 404, 405, 429];
/** The vendor looked at it and will not have it, now or later. */
const REFUSED = [400, 410, 413, 422];

const LONGEST_WORDS = 300;

const ID = 'ai-sdk';

/**
 * What an error of the AI SDK comes to that is no answer: `who`, as a sentence begins with it. Only the vendor's own words
 * are kept, never what we sent.
 */
export function toAdapterError(error: unknown, who: string): AdapterError {
  if (error instanceof AdapterError) return error;
  const make = (code: string, message: string, how: ConstructorParameters<typeof AdapterError>[1] | object) =>
    new AdapterError(message, { adapter: ID, code, retryable: true, ...how });
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)) {
    return make('timeout', `${who} did not answer in time`, {});
  }
  if (!APICallError.isInstance(error)) return make('bad-answer', `${who} answers what cannot be read`, {});
  const { statusCode: status } = error;
  if (status === undefined) {
    const code = connectionCode(error);
    return make(code.toLowerCase(), `${who} cannot be reached: ${code}`, { neverSent: neverConnected(code) });
  }
  // An answer that came and could not be read: what it says to a start is not known.
  if (status < 400) return make('bad-answer', `${who} answers what cannot be read`, {});
  return make(`http-${status}`, `${who} answers ${status}: ${wordsOf(error.message)}`, {
    retryable: status === 408 || status === 409 || status === 429 || status >= 500,
    neverSent: TURNED_AWAY.includes(status),
    retryAfterMs: retryAfterOf(error.responseHeaders?.['retry-after']),
  });
}

/** Why a vendor will not make it, or has not; null for an error that says nothing of that. */
export function refusalOf(error: unknown): { moderation: boolean; message: string } | null {
  if (!APICallError.isInstance(error)) return null;
  const { statusCode, message } = error;
  if (statusCode === undefined || !REFUSED.includes(statusCode)) return null;
  const words = wordsOf(message);
  return { moderation: isModeration(error.responseBody?.slice(0, 2000), words), message: words };
}

/** What a provider throws of an answer that it read and found wanting: done, without a video. */
export function isWanting(error: unknown): error is AISDKError {
  return AISDKError.isInstance(error) && !APICallError.isInstance(error);
}

/** A proxy's page has nothing to say to a curator. */
export function wordsOf(message: string): string {
  const text = message.replace(/\s+/g, ' ').trim();
  return text === '' || text.includes('<') ? 'no reason given' : text.slice(0, LONGEST_WORDS);
}

function retryAfterOf(value: string | undefined): number | null {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) ? Math.min(3_600_000, Math.max(0, seconds * 1000)) : null;
}
