import { AdapterError } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';

/**
 * 10,000 answers of 401, 403 or 429 within ten minutes are a ban of the machine's address (docs: topics/rate-limits,
 * "Invalid Request Limit"). Several processes may share one address, so each holds back long before.
 */
const WINDOW_MS = 10 * 60 * 1000;
const MOST_REFUSED = 2500;

export interface RefusedRequests {
  /** What Discord answered to a request. `shared`: a limit that others have used up, which does not count. */
  answered(status: number, shared: boolean): void;
  /** Throws while so much was refused that asking on would lead to a ban. */
  check(): void;
}

/** Counts what Discord refuses, by a monotonic clock in milliseconds. */
export function createRefusedRequests(
  now: () => number = () => performance.now(),
  most: number = MOST_REFUSED,
): RefusedRequests {
  const refusedAt: number[] = [];
  return {
    answered(status, shared) {
      if (shared || (status !== 401 && status !== 403 && status !== 429)) return;
      refusedAt.push(now());
      if (refusedAt.length > most) refusedAt.shift();
    },
    check() {
      const [oldest] = refusedAt;
      if (oldest === undefined || refusedAt.length < most) return;
      const retryAfterMs = oldest + WINDOW_MS - now();
      if (retryAfterMs <= 0) return;
      throw new AdapterError(
        'Discord refused very many requests. The bot holds back for some minutes, since more of them would be a ban. Look at its token and its permissions',
        { adapter: DISCORD, code: 'too-much-refused', retryable: true, retryAfterMs, neverSent: true },
      );
    },
  };
}
