import {
  AdapterError,
  type Operation,
  RESOLUTIONS,
  type ShotFailure,
  type StoredFile,
} from '../../../requests/index.ts';
import type { EngineLimits, OperationStatus, VideoEngine } from '../../video-engine.ts';
import { createJobFolders, folderName } from './job-folders.ts';
import { createRenderJobs } from './render-jobs.ts';
import { fromOperation, toOperation } from './storyboard-operation.ts';

export interface StoryboardEngineOptions {
  /** Where jobs and finished videos are kept until they are swept. */
  directory: string;
  /** A path on this machine at which a picture can be read. */
  resolvePicture: (picture: StoredFile) => Promise<string>;
  /** Renderings at the same time, each a process of about two threads. */
  concurrency?: number;
  now?: () => Date;
}

/** How soon another look is worth it. */
const CHECK_AFTER_MS = 500;

/** A download may be repeated after a crash, so a job's folder is kept this long after it was last written to. */
const KEEP_MS = 3 * 24 * 60 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;

const ADAPTER = 'storyboard';

/**
 * The embedded engine: draws a paper theatre from the words of the prompt. No AI model; it costs nothing, and the same
 * order gives the same bytes, so whatever a crash leaves unfinished is drawn again when somebody checks. Folders of
 * jobs nobody wrote to for three days are swept when new ones start.
 *
 * `check` throws a retryable `AdapterError` when something outside failed (`disk-full`, `killed`); checking again
 * begins again. An order that fails three times by itself ends as failed.
 */
export function createStoryboardEngine(options: StoryboardEngineOptions): VideoEngine {
  const limits = storyboardLimits(options);
  const folders = createJobFolders(options.directory);
  const jobs = createRenderJobs({ concurrency: limits.concurrency, resolvePicture: options.resolvePicture });
  const now = options.now ?? (() => new Date());
  let sweptAt = Number.NEGATIVE_INFINITY;
  let closed = false;

  function begin(operation: Operation): void {
    const { key, order } = fromOperation(operation);
    jobs.begin(folderName(key), order, folders.unfinishedPath(key), () => folders.finish(key));
  }

  async function sweep(): Promise<void> {
    const time = now().getTime();
    if (time - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = time;
    await folders.sweep(time - KEEP_MS, (folder) => jobs.find(folder)?.state === 'running');
  }

  return {
    id: ADAPTER,
    limits,
    start: (order, key) =>
      outcome(async () => {
        expectOpen(closed);
        const problem = problemWith(order.seconds, order.framesPerSecond, limits);
        if (problem) return { outcome: 'refused', failure: problem };
        await sweep();
        const operation = await folders.keep(key, toOperation({ key, startedAt: now().toISOString(), order }));
        const settled = (await folders.isFinished(key)) || (await folders.isCancelled(key));
        if (!settled && !jobs.find(folderName(key))) begin(operation);
        return { outcome: 'started', operation, checkAfterMs: CHECK_AFTER_MS };
      }),
    check: (operation) =>
      outcome(async () => {
        expectOpen(closed);
        const { key } = fromOperation(operation);
        // Before the disk is asked: a job that is gone from here has its file there.
        const job = jobs.find(folderName(key));
        if (await folders.isCancelled(key)) return { state: 'failed', failure: engineFailure('It was cancelled') };
        if (await folders.isFinished(key)) return { state: 'rendered' };
        if (job?.state === 'failed') return { state: 'failed', failure: job.failure };
        if (job?.state === 'running') return stillRunning(job.progress);
        if (job?.state === 'interrupted' && !job.reported) {
          job.reported = true;
          throw job.error;
        }
        await folders.keep(key, operation);
        begin(operation);
        return stillRunning(0);
      }),
    download: (operation, toPath) =>
      outcome(async () => {
        const { key } = fromOperation(operation);
        if (!(await folders.isFinished(key))) throw adapterError('not-rendered', 'The video is not drawn yet', true);
        await folders.copyTo(key, toPath);
        return { outcome: 'downloaded' };
      }),
    async downloadStill() {
      return false;
    },
    cancel: (operation) =>
      outcome(async () => {
        const { key } = fromOperation(operation);
        if (await folders.isFinished(key)) return;
        await folders.markCancelled(key);
        const job = jobs.find(folderName(key));
        jobs.forget(folderName(key));
        if (job?.state !== 'running') return;
        job.stop();
        await job.done;
      }),
    find: (since) =>
      outcome(async () => {
        const kept = (await folders.all()).map((operation) => ({ operation, ...fromOperation(operation) }));
        return kept
          .filter(({ startedAt }) => startedAt >= since)
          .map(({ operation, order, startedAt }) => ({ operation, prompt: order.prompt, startedAt }));
      }),
    async close() {
      closed = true;
      await jobs.stopAll();
    },
  };
}

function storyboardLimits({ concurrency = 2 }: StoryboardEngineOptions): EngineLimits {
  return {
    seconds: { min: 1, max: 60, step: 0 },
    aspects: 'any',
    resolutions: RESOLUTIONS,
    framesPerSecond: [24, 30],
    sounds: ['none', 'ambience'],
    // As far as its words of things, places and light reach.
    languages: ['en', 'ar'],
    picture: true,
    lastPicture: false,
    still: false,
    remix: false,
    extension: false,
    tolerance: { sides: 0, seconds: 0 },
    pricePerSecond: 0,
    concurrency,
    deadlineMs: 30 * 60_000,
    idempotency: 'key',
  };
}

function problemWith(seconds: number, framesPerSecond: number, limits: EngineLimits): ShotFailure | null {
  const { min, max } = limits.seconds;
  if (!(seconds >= min && seconds <= max)) return engineFailure(`A storyboard is ${min} to ${max} seconds long`);
  if (limits.framesPerSecond.includes(framesPerSecond)) return null;
  return engineFailure(`A storyboard has ${limits.framesPerSecond.join(' or ')} frames a second`);
}

function stillRunning(progress: number): OperationStatus {
  return { state: 'running', progress, checkAfterMs: CHECK_AFTER_MS };
}

function engineFailure(message: string): ShotFailure {
  return { kind: 'engine', message };
}

function expectOpen(closed: boolean): void {
  if (closed) throw adapterError('closed', 'The engine is closed', true);
}

function adapterError(code: string, message: string, retryable: boolean, cause?: unknown): AdapterError {
  return new AdapterError(message, { adapter: ADAPTER, code, retryable, cause });
}

/** What the file system refuses becomes the one error of adapters. */
async function outcome<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw adapterError(full ? 'disk-full' : code.toLowerCase(), String(cause), full, cause);
  }
}
