import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import { X } from '../x-limits.ts';

const MINUTE_MS = 60_000;
const TEN_MINUTES_MS = 10 * MINUTE_MS;

/** Nothing was sent: no connection came about. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** X tells one 403 from another by the words of its `detail` only. */
const FORBIDDEN: readonly (readonly [RegExp, string, { retryable: boolean }])[] = [
  [/duplicate content/i, 'duplicate', { retryable: true }],
  [/mentioned or (otherwise )?engaged|not been mentioned|summon/i, 'not-summoned', { retryable: false }],
  [/deleted or not visible|not visible to you/i, 'post-gone', { retryable: false }],
];

/** What went wrong at X, as the one error of adapters. */
export function xError(error: unknown, clock: Clock): AdapterError {
  if (error instanceof AdapterError) return error;
  if (error instanceof ApiResponseError) return answered(error, clock);
  if (error instanceof ApiRequestError) {
    const reason = reasonOf(error);
    const code = codeOf(reason);
    if (reason.message === 'Request timeout.') return failure('X does not answer', 'timeout', true, error);
    return failure(`X cannot be reached: ${code ?? reason.message}`, 'unreachable', true, error, {
      neverSent: code !== null && NOT_CONNECTED.has(code),
    });
  }
  if (error instanceof ApiPartialResponseError) {
    return failure('The answer of X broke off', 'broken-answer', true, error);
  }
  return failure(error instanceof Error ? error.message : String(error), 'broken-connection', true, error);
}

function answered(error: ApiResponseError, clock: Clock): AdapterError {
  const { code } = error;
  const detail = detailOf(error.data);
  switch (true) {
    case code === 401:
      return failure(
        'X refuses the keys of the account. Set X_ACCESS_TOKEN and the others anew, or log in again',
        'token-refused',
        true,
        error,
        { retryAfterMs: TEN_MINUTES_MS },
      );
    case code === 402:
      return failure('The credits at X are used up. Add some in the developer console', 'no-credits', true, error, {
        retryAfterMs: TEN_MINUTES_MS,
      });
    case code === 403:
      return forbidden(detail, error);
    case code === 404:
      return failure(detail ?? 'X knows nothing of it', 'not-found', false, error);
    case code === 413:
      return failure('X finds the file too large', 'too-large', false, error);
    case code === 429:
      return failure('X asks to wait', 'rate-limited', true, error, { retryAfterMs: waitOf(error, clock) });
    case code >= 500:
      return failure(`X answers ${code}`, `http-${code}`, true, error);
    default:
      return failure(detail ?? `X answers ${code}`, `http-${code}`, false, error);
  }
}

function forbidden(detail: string | null, error: ApiResponseError): AdapterError {
  const known = FORBIDDEN.find(([pattern]) => pattern.test(detail ?? ''));
  if (known) return failure(detail ?? '', known[1], known[2].retryable, error);
  // Scopes, a locked account or a plan without the endpoint: the operator may put it right.
  return failure(`X does not allow it: ${detail ?? 'no reason given'}`, 'not-allowed', true, error, {
    retryAfterMs: TEN_MINUTES_MS,
  });
}

/** Until the window that is used up begins anew: that of a quarter of an hour, or of the day. */
function waitOf({ rateLimit }: ApiResponseError, clock: Clock): number {
  const windows = [rateLimit, rateLimit?.userDay, rateLimit?.day].filter((each) => each !== undefined);
  const resets = windows.filter(({ remaining }) => remaining === 0).map(({ reset }) => reset * 1000);
  const wait = Math.max(0, ...resets) - clock().getTime();
  return wait > 0 ? wait : MINUTE_MS;
}

function detailOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const { detail, errors } = data as { detail?: unknown; errors?: unknown };
  if (typeof detail === 'string') return detail;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  const { message, detail: inner } = (first ?? {}) as { message?: unknown; detail?: unknown };
  return typeof message === 'string' ? message : typeof inner === 'string' ? inner : null;
}

export function failure(
  message: string,
  code: string,
  retryable: boolean,
  cause: unknown,
  more: { retryAfterMs?: number | null; neverSent?: boolean } = {},
): AdapterError {
  return new AdapterError(message, { adapter: X, code, retryable, cause: withoutKeys(cause), ...more });
}

/** The client's errors carry the whole request with its keys in them: their message is kept, and nothing else. */
function withoutKeys(cause: unknown): unknown {
  return cause instanceof Error ? new Error(cause.message) : undefined;
}

/** The library keeps the reason under another name than the one under which it tells it (1.29.1). */
function reasonOf(error: ApiRequestError): Error {
  const { requestError, _options } = error as unknown as { requestError?: unknown; _options?: { error?: unknown } };
  const reason = requestError ?? _options?.error;
  return reason instanceof Error ? reason : error;
}

/** A system error's code. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
