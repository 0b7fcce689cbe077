/**
 * The one error that adapters throw: what failed outside, and whether trying again can help. Expected outcomes (a
 * refusal, a full queue) are values, never this.
 */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  /** The adapter's id, e.g. `storyboard`, `discord`. */
  readonly adapter: string;
  /** A short code for logs and curators, e.g. `timeout`, `disk-full`, `http-503`. */
  readonly code: string;
  readonly retryable: boolean;
  /** How long the other side asked us to wait, in milliseconds; null where it did not say. */
  readonly retryAfterMs: number | null;
  /** True only where it is certain that nothing reached the other side: refused, unknown host, no connection. */
  readonly neverSent: boolean;

  constructor(
    message: string,
    detail: {
      adapter: string;
      code: string;
      retryable: boolean;
      retryAfterMs?: number | null;
      neverSent?: boolean;
      cause?: unknown;
    },
  ) {
    super(message, { cause: detail.cause });
    this.adapter = detail.adapter;
    this.code = detail.code;
    this.retryable = detail.retryable;
    this.retryAfterMs = detail.retryAfterMs ?? null;
    this.neverSent = detail.neverSent ?? false;
  }
}
