import { fork } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { AdapterError } from '../requests/index.ts';

/** What a task may use. Going over any of it ends the process and rejects. */
export interface Containment {
  /** Wall time in milliseconds. */
  timeoutMs: number;
  /** Resident memory of the process in bytes. */
  maxMemoryBytes: number;
  /** Growth of the files it writes, in bytes, with the paths to watch. */
  output: { paths: readonly string[]; maxBytes: number };
  onProgress?: (progress: number) => void;
  signal?: AbortSignal;
}

/** How often memory and output are looked at. */
const WATCH_EVERY_MS = 200;

type Message = { kind: 'progress'; progress: number } | { kind: 'done'; result: unknown } | { kind: 'error'; code: string; message: string };

/**
 * Runs a module in a process of its own, so that a bad file or a runaway task takes nothing else down. The module
 * calls `answer` of `contained-task.ts`. Input and result are JSON. Rejects with an `AdapterError` of adapter `media`
 * and code `timeout`, `out-of-memory`, `too-large`, `aborted`, `crashed`, `disk-full` or what the task named.
 */
export function runContained<Result>(module: URL, input: unknown, limits: Containment): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(module, { serialization: 'json', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] });
    let settled = false;
    let complaint = '';
    const settle = (act: () => void) => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      clearInterval(watch);
      limits.signal?.removeEventListener('abort', aborted);
      act();
      child.kill('SIGKILL');
    };
    const fail = (code: string, message: string, retryable = false) =>
      settle(() => reject(new AdapterError(message, { adapter: 'media', code, retryable })));
    const aborted = () => fail('aborted', 'The task was stopped', true);
    const deadline = setTimeout(() => fail('timeout', `The task took longer than ${limits.timeoutMs} ms`), limits.timeoutMs);
    const watch = setInterval(async () => {
      const [memory, output] = await Promise.all([residentBytes(child.pid), sizeOf(limits.output.paths)]);
      if (memory > limits.maxMemoryBytes) fail('out-of-memory', `The task used ${memory} bytes of memory`);
      if (output > limits.output.maxBytes) fail('too-large', `The task wrote ${output} bytes`);
    }, WATCH_EVERY_MS);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });
    child.on('message', (message: Message) => {
      if (message.kind === 'progress') limits.onProgress?.(message.progress);
      else if (message.kind === 'done') settle(() => resolve(message.result as Result));
      else fail(message.code, message.message, message.code === 'disk-full');
    });
    child.on('error', (cause) => fail('crashed', cause.message, true));
    child.on('exit', (code, signal) => fail('crashed', `The task ended with ${signal ?? code}: ${complaint.trim()}`, true));
    limits.signal?.addEventListener('abort', aborted, { once: true });
    if (limits.signal?.aborted) aborted();
    else child.send({ input });
  });
}

async function residentBytes(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0;
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).then((found) => found.size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
