import { AdapterError } from '../requests/index.ts';

export interface PacedRunsOptions {
  run: (key: string) => Promise<void>;
  /** Told of what is not tried again. */
  onGivenUp: (error: unknown) => void;
}

export interface PacedRuns {
  /**
   * Runs for the key as soon as the last run is this long ago; asked again before it begins, it is run once. Resolves
   * when a run that began after the asking is over, or was given up.
   */
  ask(key: string, everyMs: number): Promise<void>;
  /** Begins nothing more, and resolves when what runs is over. What still waits is never resolved. */
  close(): Promise<void>;
}

interface Lane {
  lastAt: number;
  everyMs: number;
  waiting: PromiseWithResolvers<void> | null;
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  failures: number;
}

const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A status is a courtesy: it is not held on to for ever. With the waits above, about half an hour. */
const MOST_FAILURES = 35;

/** One run at a time for each key, at most one in its time; failures that may pass are tried again. */
export function createPacedRuns({ run, onGivenUp }: PacedRunsOptions): PacedRuns {
  const lanes = new Map<string, Lane>();
  let closed = false;

  function schedule(key: string, lane: Lane, atLeastMs = 0): void {
    if (closed || lane.running || lane.timer || !lane.waiting) return;
    const waitMs = Math.max(atLeastMs, lane.lastAt + lane.everyMs - performance.now());
    const begin = () => {
      lane.timer = null;
      lane.running = once(key, lane);
    };
    if (waitMs <= 0) begin();
    else lane.timer = setTimeout(begin, waitMs);
  }

  async function once(key: string, lane: Lane): Promise<void> {
    const { waiting } = lane;
    lane.waiting = null;
    let againInMs = 0;
    try {
      await run(key);
      lane.failures = 0;
      waiting?.resolve();
    } catch (error) {
      lane.failures += 1;
      againInMs = waitAfter(error, lane.failures);
      if (againInMs === 0) {
        lane.failures = 0;
        onGivenUp(error);
        waiting?.resolve();
      } else lane.waiting = join(waiting, lane.waiting);
    }
    lane.lastAt = performance.now();
    lane.running = null;
    schedule(key, lane, againInMs);
    forgetIdle(key, lane);
  }

  /** Remembered only for as long as the pace asks. */
  function forgetIdle(key: string, lane: Lane): void {
    const idle = () => !lane.running && !lane.timer && !lane.waiting;
    if (!idle()) return;
    setTimeout(() => idle() && lanes.get(key) === lane && lanes.delete(key), lane.everyMs).unref();
  }

  return {
    ask(key, everyMs) {
      let lane = lanes.get(key);
      if (!lane) {
        lane = { lastAt: Number.NEGATIVE_INFINITY, everyMs, waiting: null, timer: null, running: null, failures: 0 };
        lanes.set(key, lane);
      }
      lane.everyMs = everyMs;
      lane.waiting ??= Promise.withResolvers<void>();
      const { promise } = lane.waiting;
      schedule(key, lane);
      return promise;
    },

    async close() {
      closed = true;
      for (const { timer } of lanes.values()) if (timer) clearTimeout(timer);
      await Promise.all([...lanes.values()].map(({ running }) => running));
    },
  };
}

/** In milliseconds; 0 where trying again would not help. */
function waitAfter(error: unknown, failures: number): number {
  if (!(error instanceof AdapterError) || !error.retryable || failures > MOST_FAILURES) return 0;
  const wait = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(failures - 1, 10));
  return Math.max(wait, error.retryAfterMs ?? 0);
}

/** Who waited for the run that failed waits for the next, with those who came meanwhile. */
function join(
  before: PromiseWithResolvers<void> | null,
  since: PromiseWithResolvers<void> | null,
): PromiseWithResolvers<void> | null {
  if (before && since) void since.promise.then(before.resolve);
  return since ?? before;
}
