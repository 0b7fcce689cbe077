import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { AdapterError } from '../requests/index.ts';
import { connectionCode, neverConnected } from './connection-code.ts';
import { isModeration } from './is-moderation.ts';

/** Turned away at the door: the key, the address or the pace is wrong, and nothing was begun. */
const TURNED_AWAY = new Set([401, 403, 404, 405, 429]);

/**
 * What an error of the OpenAI client comes to, whichever server it speaks with: `who`, as a sentence begins with it. Only the
 * vendor's own words are kept: never what we sent, which holds the key.
 */
export function toAdapterError(error: unknown, { adapter, who }: { adapter: string; who: string }): AdapterError {
  if (error instanceof AdapterError) return error;
  const make = (code: string, message: string, how: { retryable: boolean; neverSent?: boolean }) =>
    new AdapterError(message, { adapter, code, retryAfterMs: retryAfterOf(error), ...how });
  if (error instanceof APIUserAbortError) return make('aborted', 'Broken off', { retryable: true });
  if (error instanceof APIConnectionTimeoutError) {
    return make('timeout', `${who} did not answer in time`, { retryable: true });
  }
  if (error instanceof APIConnectionError) {
    const code = connectionCode(error);
    const how = { retryable: true, neverSent: neverConnected(code) };
    return make(code.toLowerCase(), `${who} cannot be reached: ${code}`, how);
  }
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error;
    const retryable = status === 408 || status === 409 || status === 429 || status >= 500;
    return make(`http-${status}`, `${who} answers ${status}: ${wordsOf(error)}`, {
      retryable,
      neverSent: TURNED_AWAY.has(status),
    });
  }
  return make('bad-answer', `${who} answers what cannot be read`, { retryable: true });
}

/** The vendor looked at an order and will not have it; null for every other error. */
export function refusalOf(error: unknown): { moderation: boolean; message: string } | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const message = wordsOf(error);
  return { moderation: isModeration(error.code ?? error.type, message), message };
}

const LONGEST_WORDS = 300;

/** A proxy's page has nothing to say to a curator. */
function wordsOf({ error, message }: APIError): string {
  const words = (error as { message?: unknown } | undefined)?.message ?? message;
  const text = typeof words === 'string' ? words.replace(/\s+/g, ' ').trim() : '';
  return text === '' || text.includes('<') ? 'no reason given' : text.slice(0, LONGEST_WORDS);
}

/** `Retry-After` in seconds or as a date; at most an hour is believed. */
function retryAfterOf(error: unknown): number | null {
  const value = error instanceof APIError ? error.headers?.get('retry-after') : null;
  if (!value) return null;
  const ms = Number.isFinite(Number(value)) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(3_600_000, Math.max(0, ms)) : null;
}
