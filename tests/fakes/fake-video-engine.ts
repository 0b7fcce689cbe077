import { writeFile } from 'node:fs/promises';
import type { EngineLimits, VideoEngine } from '../../src/generation/video-engine.ts';
import { AdapterError, type Clock, type Operation, RESOLUTIONS, type ShotOrder } from '../../src/requests/index.ts';
import { engineLimits } from '../samples/engine-limits.ts';
import { fakeVideo } from './fake-video.ts';

/** One start that the vendor did and bills. */
export interface Charge {
  operation: string;
  key: string;
  order: ShotOrder;
  startedAt: string;
}

type Job = Charge & { checksLeft: number; cancelled: boolean };

/** What stands at the vendor's: it outlives every process of ours, and is what invariants are held against. */
export interface FakeVendor {
  readonly charges: readonly Charge[];
  readonly jobs: Map<string, Job>;
  readonly byKey: Map<string, string>;
}

export type StartFault =
  /** Nothing reached the vendor, which is certain. */
  | 'not-sent'
  /** The vendor answered with an error and did nothing, but nobody here can be sure of that. */
  | 'failed'
  /** The vendor started and bills it; the answer was lost on its way. */
  | 'answer-lost';

export interface FakeVideoEngineOptions {
  vendor: FakeVendor;
  clock?: Clock;
  idempotency?: EngineLimits['idempotency'];
  concurrency?: number;
  /** How often a job answers "running" before it is done. */
  checksBeforeDone?: number;
  /** What goes wrong at the n-th start (from 1) that this engine is asked for. */
  faultAtStart?: (nth: number, order: ShotOrder) => StartFault | null;
}

export function createFakeVendor(): FakeVendor & { charges: Charge[] } {
  return { charges: [], jobs: new Map(), byKey: new Map() };
}

const CHECK_AFTER_MS = 1;

/** An engine that answers at once, and whose vendor keeps a ledger. Its videos are read by `createFakeMediaTools`. */
export function createFakeVideoEngine(options: FakeVideoEngineOptions): VideoEngine {
  const { vendor, clock = () => new Date(), idempotency = 'key', checksBeforeDone = 0 } = options;
  const limits = engineLimits({
    seconds: { min: 1, max: 20, step: 0 },
    resolutions: RESOLUTIONS,
    sounds: ['none', 'ambience'],
    concurrency: options.concurrency ?? 8,
    idempotency,
  });
  let starts = 0;
  let closed = false;

  function charge(order: ShotOrder, key: string): Operation {
    const known = idempotency === 'key' ? vendor.byKey.get(key) : undefined;
    if (known !== undefined) return { id: known };
    const operation = `job-${vendor.charges.length + 1}`;
    const made = { operation, key, order, startedAt: clock().toISOString() };
    (vendor.charges as Charge[]).push(made);
    vendor.jobs.set(operation, { ...made, checksLeft: checksBeforeDone, cancelled: false });
    vendor.byKey.set(key, operation);
    return { id: operation };
  }

  function jobOf({ id }: Operation): Job {
    const job = vendor.jobs.get(String(id));
    if (!job) throw failure('unknown-operation', 'There is no such job', { retryable: false });
    return job;
  }

  return {
    id: 'fake',
    limits,
    async start(order, key) {
      if (closed) throw failure('closed', 'The engine is closed', { retryable: true });
      starts += 1;
      const fault = options.faultAtStart?.(starts, order) ?? null;
      if (fault === 'not-sent') throw failure('refused', 'Connection refused', { retryable: true, neverSent: true });
      if (fault === 'failed') throw failure('http-502', 'Bad gateway', { retryable: true });
      if (order.seconds < limits.seconds.min || order.seconds > limits.seconds.max) {
        return { outcome: 'refused', failure: { kind: 'engine', message: 'It makes 1 to 20 seconds' } };
      }
      const operation = charge(order, key);
      if (fault === 'answer-lost') throw failure('timeout', 'No answer came in time', { retryable: true });
      return { outcome: 'started', operation, checkAfterMs: CHECK_AFTER_MS };
    },
    async check(operation) {
      const job = jobOf(operation);
      if (job.cancelled) return { state: 'failed', failure: { kind: 'engine', message: 'It was cancelled' } };
      if (job.checksLeft === 0) return { state: 'rendered' };
      job.checksLeft -= 1;
      const progress = 1 - (job.checksLeft + 1) / (checksBeforeDone + 1);
      return { state: 'running', progress, checkAfterMs: CHECK_AFTER_MS };
    },
    async download(operation, toPath) {
      const job = jobOf(operation);
      const done = !job.cancelled && job.checksLeft === 0;
      if (!done) throw failure('not-rendered', 'It is not done yet', { retryable: true });
      await writeFile(toPath, fakeVideo(job.order, job.operation));
      return { outcome: 'downloaded' };
    },
    async downloadStill() {
      return false;
    },
    async cancel(operation) {
      const job = jobOf(operation);
      if (job.checksLeft > 0) job.cancelled = true;
    },
    async find(since) {
      if (idempotency === 'none') return [];
      return [...vendor.jobs.values()]
        .filter(({ startedAt }) => startedAt >= since)
        .map(({ operation, order, startedAt }) => ({ operation: { id: operation }, prompt: order.prompt, startedAt }));
    },
    async close() {
      closed = true;
    },
  };
}

function failure(code: string, message: string, how: { retryable: boolean; neverSent?: boolean }): AdapterError {
  return new AdapterError(message, { adapter: 'fake', code, ...how });
}
