import { type ChildProcess, spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { AdapterError } from '../requests/index.ts';
import { fencedCommand } from './fenced-command.ts';
import { bytesOfFiles, residentBytes } from './process-use.ts';

/** What a task may use. Going over any of it ends the process and rejects. */
export interface Containment {
  /** Wall time in milliseconds. */
  timeoutMs: number;
  /** Resident memory of the process in bytes. A leap is caught by the system about a gigabyte above it. */
  maxMemoryBytes: number;
  /** Bytes of the files it writes together, with the paths to watch. */
  output: { paths: readonly string[]; maxBytes: number };
  onProgress?: (progress: number) => void;
  signal?: AbortSignal;
}

/** How often memory and output are looked at. */
const WATCH_EVERY_MS = 100;

/** Below the process that answers people, so that a page stays quick while a clip is encoded; about a third of its share. */
const NICENESS = 5;

/** Enough of what a dying process says to tell why; the first lines name the cause. */
const COMPLAINT_LENGTH = 4000;

type Message =
  | { kind: 'progress'; progress: number }
  | { kind: 'done'; result: unknown }
  | { kind: 'error'; code: string; message: string };

/** Codes that may be gone when the same is tried again. */
const RETRYABLE = new Set(['aborted', 'timeout', 'killed', 'disk-full']);

/**
 * Runs a module in a process of its own, so that a bad file or a runaway task takes nothing else down. The module
 * calls `answer` of `contained-task.ts`. Input and result are JSON. The process sees no environment variable, since
 * secrets stand there. Rejects with an `AdapterError` of adapter `media` and code `timeout`, `out-of-memory`,
 * `too-large`, `aborted`, `crashed` (it fell over), `killed` (somebody outside ended it), `disk-full` or what the task
 * named. Files it had begun are left to the caller.
 */
export function runContained<Result>(module: URL, input: unknown, limits: Containment): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (limits.signal?.aborted) return reject(mediaError('aborted', 'The task was stopped before it began'));
    const child = start(module, limits);
    let complaint = '';
    const settle = (act: () => void) => {
      clearTimeout(deadline);
      clearInterval(watch);
      limits.signal?.removeEventListener('abort', aborted);
      // Only the first call counts: a promise settles once. It is gone before the caller cleans up after it.
      end(child).then(act);
    };
    const fail = (code: string, message: string) => settle(() => reject(mediaError(code, message)));
    const aborted = () => fail('aborted', 'The task was stopped');
    const deadline = setTimeout(
      () => fail('timeout', `The task took longer than ${limits.timeoutMs} ms`),
      limits.timeoutMs,
    );
    const watch = setInterval(async () => {
      const [memory, output] = await Promise.all([residentBytes(child.pid), bytesOfFiles(limits.output.paths)]);
      if (memory > limits.maxMemoryBytes) fail('out-of-memory', `The task used ${memory} bytes of memory`);
      if (output > limits.output.maxBytes) fail('too-large', `The task wrote ${output} bytes`);
    }, WATCH_EVERY_MS);
    limits.signal?.addEventListener('abort', aborted, { once: true });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, COMPLAINT_LENGTH);
    });
    child.on('message', (message: Message) => {
      if (message.kind === 'progress') limits.onProgress?.(message.progress);
      else if (message.kind === 'done') settle(() => resolve(message.result as Result));
      else fail(message.code, message.message);
    });
    child.on('error', (cause) => fail('crashed', cause.message));
    child.on('close', (code, signal) =>
      fail(causeOfDeath(signal, complaint), `The task ended with ${signal ?? code}: ${complaint.trim()}`),
    );
    child.send({ input }, () => {});
  });
}

function start(module: URL, limits: Containment): ChildProcess {
  const { command, args } = fencedCommand(module, { ...limits, maxFileBytes: limits.output.maxBytes });
  // Nothing of ours is told to it but where compiled code is kept, which spares it half of its start.
  const compiled = getCompileCacheDir();
  const env = compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) };
  const child = spawn(command, args, { env, serialization: 'json', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICENESS);
  } catch {
    // It is gone already, which its own events tell.
  }
  return child;
}

/** Resolves when the process is no more. */
function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function causeOfDeath(signal: NodeJS.Signals | null, complaint: string): string {
  if (/out of memory|allocation failed|bad_alloc|cannot allocate/i.test(complaint)) return 'out-of-memory';
  if (signal === 'SIGXCPU') return 'timeout';
  return signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGINT' ? 'killed' : 'crashed';
}

function mediaError(code: string, message: string): AdapterError {
  return new AdapterError(message, { adapter: 'media', code, retryable: RETRYABLE.has(code) });
}
