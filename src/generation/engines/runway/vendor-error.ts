import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@runwayml/sdk';
import { AdapterError, type ShotFailure } from '../../../requests/index.ts';
import { connectionCode, neverConnected } from '../../connection-code.ts';
import { isModeration } from '../../is-moderation.ts';

const TURNED_AWAY = [401, 402, 403, 404, 405, 429];
const LONGEST_WORDS = 300;

/** What a vendor's error comes to. Only the vendor's own words are kept. */
export function toAdapterError(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  const make = (code: string, message: string, how: { retryable?: boolean; neverSent?: boolean } = {}) =>
    new AdapterError(message, { adapter: 'runway', code, retryable: true, retryAfterMs: retryAfterOf(error), ...how });
  if (error instanceof APIUserAbortError) return make('aborted', 'Broken off');
  if (error instanceof APIConnectionTimeoutError) return make('timeout', 'The engine did not answer in time');
  if (error instanceof APIConnectionError) {
    const code = connectionCode(error);
    return make(code.toLowerCase(), `The engine cannot be reached: ${code}`, { neverSent: neverConnected(code) });
  }
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error;
    return make(`http-${status}`, `The engine answers ${status}: ${wordsOf(error)}`, {
      retryable: status === 408 || status === 409 || status === 429 || status >= 500,
      neverSent: TURNED_AWAY.includes(status),
    });
  }
  return make('bad-answer', 'The engine’s answer cannot be read');
}

/** The engine looked at an order and will not have it; null for every other error. */
export function refusalOf(error: unknown): ShotFailure | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const message = wordsOf(error);
  return { kind: isModeration(null, message) ? 'moderation' : 'engine', message };
}

function wordsOf({ error, message }: APIError): string {
  const words = (error as { error?: unknown } | undefined)?.error ?? message;
  const text = typeof words === 'string' ? words.replace(/\s+/g, ' ').trim() : '';
  return text === '' || text.includes('<') ? 'no reason given' : text.slice(0, LONGEST_WORDS);
}

function retryAfterOf(error: unknown): number | null {
  const value = error instanceof APIError ? error.headers?.get('retry-after') : null;
  const seconds = Number(value);
  return value && Number.isFinite(seconds) ? Math.min(3_600_000, Math.max(0, seconds * 1000)) : null;
}
