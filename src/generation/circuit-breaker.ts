import { AdapterError, type Clock } from '../requests/index.ts';
import type { StartOutcome, VideoEngine } from './video-engine.ts';

export interface BreakerOptions {
  clock: Clock;
  /** Starts that failed one after the other before the engine is left alone. */
  failures?: number;
  /** For how long it is left alone at first, in milliseconds; twice as long each time that it fails again. */
  restMs?: number;
}

/** The code of what is thrown while an engine is left alone. */
export const RESTING = 'resting';

const FAILURES = 5;
const REST_MS = 30_000;
const LONGEST_REST_MS = 10 * 60_000;

/**
 * Leaves an engine alone whose starts keep failing, so that a line of hundreds is not spent on one that is down, each
 * with an answer in doubt. After its rest one start goes first; the others wait for how that turns out. Looking and
 * fetching go on: what was paid for is not left lying.
 */
export function withCircuitBreaker(engine: VideoEngine, options: BreakerOptions): VideoEngine {
  const { clock, failures = FAILURES, restMs = REST_MS } = options;
  let failed = 0;
  let rests = 0;
  let restsUntil = 0;
  let trying = false;

  function note(wasWell: boolean): void {
    if (wasWell) {
      failed = 0;
      rests = 0;
      return;
    }
    failed += 1;
    if (failed < failures) return;
    restsUntil = clock().getTime() + Math.min(LONGEST_REST_MS, restMs * 2 ** rests);
    rests += 1;
  }

  async function tryStart(start: () => Promise<StartOutcome>): Promise<StartOutcome> {
    try {
      const outcome = await start();
      note(true);
      return outcome;
    } catch (error) {
      if (isTrouble(error)) note(false);
      throw error;
    }
  }

  return {
    ...engine,
    async start(order, key) {
      if (failed < failures) return tryStart(() => engine.start(order, key));
      const restMsLeft = restsUntil - clock().getTime();
      if (restMsLeft > 0 || trying) throw resting(engine.id, Math.max(1000, restMsLeft));
      trying = true;
      try {
        return await tryStart(() => engine.start(order, key));
      } finally {
        trying = false;
      }
    },
  };
}

/** Being asked to slow down is no trouble, and neither is an order that cannot be. */
function isTrouble(error: unknown): boolean {
  return error instanceof AdapterError && error.code !== 'http-429' && error.code !== 'closed';
}

function resting(adapter: string, retryAfterMs: number): AdapterError {
  return new AdapterError(`${adapter} is left alone for a while, since its starts keep failing`, {
    adapter,
    code: RESTING,
    retryable: true,
    retryAfterMs,
    neverSent: true,
  });
}
