import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';

const TEN_MINUTES_MS = 10 * 60 * 1000;

/** Discord's codes that mean something to us (docs: topics/opcodes-and-status-codes), with how they may pass. */
const KNOWN: ReadonlyMap<number, { code: string; retryable: boolean; retryAfterMs?: number }> = new Map([
  [10003, { code: 'unknown-channel', retryable: false }],
  [10004, { code: 'unknown-server', retryable: false }],
  [10007, { code: 'unknown-member', retryable: false }],
  [10008, { code: 'unknown-message', retryable: false }],
  [10013, { code: 'unknown-user', retryable: false }],
  [10015, { code: 'interaction-over', retryable: false }],
  [10062, { code: 'interaction-over', retryable: false }],
  // Of an interaction whose 15 minutes are over, with the status of a refused token.
  [50027, { code: 'interaction-over', retryable: false }],
  [40060, { code: 'already-acknowledged', retryable: false }],
  [40005, { code: 'too-large', retryable: false }],
  // Somebody may give the permission back; until then nothing is lost by waiting.
  [50001, { code: 'no-access', retryable: true, retryAfterMs: TEN_MINUTES_MS }],
  [50013, { code: 'no-permission', retryable: true, retryAfterMs: TEN_MINUTES_MS }],
  [50007, { code: 'takes-no-messages', retryable: false }],
  [30046, { code: 'old-edits-limited', retryable: true, retryAfterMs: 60_000 }],
]);

/** Nothing was sent: no connection came about. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Null where Discord's word is one of these, in our words. */
export async function orNull<Answer>(answer: Promise<Answer>, words: readonly string[]): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AdapterError && words.includes(error.code)) return null;
    throw error;
  }
}

/** What went wrong at Discord, as the one error of adapters. */
export function restError(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  if (error instanceof RateLimitError) {
    return failure('Discord asks to wait', 'rate-limited', true, error, {
      retryAfterMs: Math.max(error.retryAfter, error.timeToReset),
    });
  }
  if (error instanceof DiscordAPIError) return apiError(error);
  if (error instanceof HTTPError)
    return failure(`Discord answers ${error.status}`, `http-${error.status}`, true, error);
  if (error instanceof Error && error.name === 'AbortError')
    return failure('Discord does not answer', 'timeout', true, error);
  const code = errorCode(error);
  if (code === 'TokenInvalid') return refusedToken(error);
  if (code !== null) {
    return failure(`Discord cannot be reached: ${code}`, 'unreachable', true, error, {
      neverSent: NOT_CONNECTED.has(code),
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  // The library's words for a request whose deadline was over before its turn came.
  if (message.startsWith('Request aborted')) {
    return failure('Discord does not answer', 'timeout', true, error, { neverSent: true });
  }
  // discord.js asks Discord how many sessions may still be begun today, and has no error of its own for none.
  if (message.startsWith('Not enough sessions remaining')) return noSessions(error);
  // The REST client forgets a token that was refused once.
  if (message.startsWith('Expected token to be set')) return refusedToken(error);
  return failure(message, 'broken-connection', true, error);
}

function apiError(error: DiscordAPIError): AdapterError {
  const known = KNOWN.get(Number(error.code));
  if (known) {
    // Discord has said that it did not do it, though it may do it later.
    const more = { retryAfterMs: known.retryAfterMs ?? null, neverSent: true };
    return failure(error.message, known.code, known.retryable, error, more);
  }
  if (error.status === 401) return refusedToken(error);
  if (error.code === 50035 && repliesToNothing(error)) {
    // Tried again, the post is looked for first, and found to be gone.
    return failure('The post to answer is gone', 'post-gone', true, error);
  }
  if (error.status === 413) return failure('The file is too large', 'too-large', false, error);
  // No word of Discord's own: something before it answered, and may let the next one through.
  if (typeof error.code !== 'number') {
    return failure(`Discord answers ${error.status}`, `http-${error.status}`, true, error);
  }
  return failure(error.message, `discord-${error.code}`, false, error);
}

function repliesToNothing({ rawError }: DiscordAPIError): boolean {
  return 'errors' in rawError && JSON.stringify(rawError.errors ?? null).includes('"message_reference"');
}

export function refusedToken(cause: unknown): AdapterError {
  const message = 'Discord refuses DISCORD_TOKEN. Make a new one on the page of your application, under Bot';
  return failure(message, 'token-refused', true, cause, { retryAfterMs: TEN_MINUTES_MS });
}

function noSessions(cause: unknown): AdapterError {
  const message =
    'Discord lets the bot begin no more connections today. It was started again too often; leave it running';
  return failure(message, 'no-sessions', true, cause, { retryAfterMs: TEN_MINUTES_MS });
}

function failure(
  message: string,
  code: string,
  retryable: boolean,
  cause: unknown,
  more: { retryAfterMs?: number | null; neverSent?: boolean } = {},
): AdapterError {
  return new AdapterError(message, { adapter: DISCORD, code, retryable, cause, ...more });
}

/** A system error's code; those of `fetch` stand in their cause. */
function errorCode(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return null;
}
