import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { AdapterError, type StillFailure } from '../../../requests/index.ts';
import { connectionCode, neverConnected } from '../../connection-code.ts';
import { isModeration } from '../../is-moderation.ts';

/** Turned away at the door: the key, the address or the pace is wrong, and nothing was made. */
const TURNED_AWAY = new Set([401, 403, 404, 405, 429]);
const LONGEST_WORDS = 300;
const LONGEST_WAIT_MS = 3_600_000;

/** What a vendor's error comes to. Only the vendor's own words are kept: never what we sent, which holds the key. */
export function toAdapterError(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  const make = (code: string, message: string, how: { retryable: boolean; neverSent?: boolean }) =>
    new AdapterError(message, { adapter: 'openai-images', code, retryAfterMs: retryAfterOf(error), ...how });
  if (error instanceof APIUserAbortError) return make('aborted', 'Broken off', { retryable: true });
  if (error instanceof APIConnectionTimeoutError) {
    return make('timeout', 'The image model did not answer in time', { retryable: true });
  }
  if (error instanceof APIConnectionError) {
    const code = connectionCode(error);
    const how = { retryable: true, neverSent: neverConnected(code) };
    return make(code.toLowerCase(), `The image model cannot be reached: ${code}`, how);
  }
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error;
    return make(`http-${status}`, `The image model answers ${status}: ${wordsOf(error)}`, {
      retryable: status === 429 || status >= 500,
      neverSent: TURNED_AWAY.has(status),
    });
  }
  return make('bad-answer', 'The image model’s answer cannot be read', { retryable: true });
}

/** The model looked at an order and will not have it; null for every other error. */
export function refusalOf(error: unknown): StillFailure | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const message = wordsOf(error);
  return { kind: isModeration(error.code ?? error.type, message) ? 'moderation' : 'maker', message, billed: false };
}

/** A proxy's page has nothing to say to a curator. */
function wordsOf({ error, message }: APIError): string {
  const words = (error as { message?: unknown } | undefined)?.message ?? message;
  const text = typeof words === 'string' ? words.replace(/\s+/g, ' ').trim() : '';
  return text === '' || text.includes('<') ? 'no reason given' : text.slice(0, LONGEST_WORDS);
}

/** `Retry-After` in seconds; at most an hour is believed. */
function retryAfterOf(error: unknown): number | null {
  const seconds = Number((error instanceof APIError && error.headers?.get('retry-after')) || Number.NaN);
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT_MS, Math.max(0, seconds * 1000)) : null;
}
