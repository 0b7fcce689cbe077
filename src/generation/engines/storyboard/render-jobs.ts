import { runContained } from '../../../media/contained-process.ts';
import { AdapterError, type ShotFailure, type ShotOrder } from '../../../requests/index.ts';
import type { RenderInput, RenderResult } from './render-storyboard.ts';

/** How a rendering stands in this process. */
export type RenderJob =
  | { state: 'running' /** 0 to 1. */; progress: number; done: Promise<void>; stop: () => void }
  | { state: 'failed'; failure: ShotFailure }
  /** Something outside failed; asking once more begins again. */
  | { state: 'interrupted'; error: AdapterError; times: number; reported: boolean };

/** What one rendering may use. 60 s of 1080p with rain stay below half of each. */
const MAX_MEMORY_BYTES = 1536 * 1024 * 1024;
const MAX_BYTES_PER_SECOND = 6_000_000;
const TIMEOUT_MS = 15 * 60_000;

/** A process that dies this often on one order will not do better. */
const MAX_INTERRUPTIONS = 3;

/** Not the order's fault: these may go on for ever and still be worth another try. */
const OUTSIDE = new Set(['disk-full', 'aborted', 'killed']);

export interface RenderJobs {
  find(key: string): RenderJob | undefined;
  /** Begins, unless it runs already. */
  begin(key: string, order: ShotOrder, path: string, finish: () => Promise<void>): RenderJob;
  forget(key: string): void;
  stopAll(): Promise<void>;
}

/** Runs renderings in processes of their own, a few at a time; the others wait in line. */
export function createRenderJobs(options: {
  concurrency: number;
  resolvePicture: (picture: NonNullable<ShotOrder['picture']>) => Promise<string>;
}): RenderJobs {
  const jobs = new Map<string, RenderJob>();
  const waiting: (() => void)[] = [];
  let free = options.concurrency;

  async function takeSlot(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function giveSlotBack(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  async function render(order: ShotOrder, path: string, signal: AbortSignal, onProgress: (progress: number) => void) {
    await takeSlot();
    try {
      signal.throwIfAborted();
      const picturePath = order.picture ? await options.resolvePicture(order.picture) : null;
      const input: RenderInput = { order, picturePath, path };
      await runContained<RenderResult>(new URL('./render-storyboard.ts', import.meta.url), input, {
        timeoutMs: TIMEOUT_MS,
        maxMemoryBytes: MAX_MEMORY_BYTES,
        output: { paths: [path], maxBytes: Math.ceil((order.seconds + 2) * MAX_BYTES_PER_SECOND) },
        onProgress,
        signal,
      });
    } finally {
      giveSlotBack();
    }
  }

  return {
    find: (key) => jobs.get(key),
    begin(key, order, path, finish) {
      const before = jobs.get(key);
      if (before?.state === 'running') return before;
      const times = before?.state === 'interrupted' ? before.times : 0;
      const controller = new AbortController();
      const job: RenderJob = { state: 'running', progress: 0, done: Promise.resolve(), stop: () => controller.abort() };
      jobs.set(key, job);
      job.done = render(order, path, controller.signal, (progress) => {
        job.progress = progress;
      })
        .then(finish)
        .then(
          () => void jobs.delete(key),
          (cause) => void (jobs.get(key) === job && jobs.set(key, afterError(cause, times))),
        );
      return job;
    },
    forget: (key) => void jobs.delete(key),
    async stopAll() {
      const running = [...jobs.values()].filter((job) => job.state === 'running');
      for (const job of running) job.stop();
      await Promise.all(running.map((job) => job.done));
    },
  };
}

function afterError(cause: unknown, times: number): RenderJob {
  const code = cause instanceof AdapterError ? cause.code : systemCode(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  if (code === 'invalid-picture') return { state: 'failed', failure: { kind: 'invalid-file', message } };
  const outside = OUTSIDE.has(code) || (cause instanceof AdapterError && cause.adapter !== 'media' && cause.retryable);
  if (!outside && times + 1 >= MAX_INTERRUPTIONS) return { state: 'failed', failure: { kind: 'engine', message } };
  const detail = { adapter: 'storyboard', code, retryable: true, cause };
  return {
    state: 'interrupted',
    error: new AdapterError(message, detail),
    times: outside ? times : times + 1,
    reported: false,
  };
}

function systemCode(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return cause instanceof Error && cause.name === 'AbortError' ? 'aborted' : 'crashed';
}
