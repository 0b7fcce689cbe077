import { flushCompileCache } from 'node:module';

/** An error of a contained task that the caller can tell apart by its code. */
export class TaskError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What the system refused, by Node's name for it and by FFmpeg's number (the negative errno, the same on Linux and macOS). */
const SYSTEM_CODES = new Map<unknown, string>([
  ['ENOSPC', 'disk-full'],
  [-28, 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'too-large'],
  [-27, 'too-large'],
  ['ENOMEM', 'out-of-memory'],
  [-12, 'out-of-memory'],
  ['ERR_MEMORY_ALLOCATION_FAILED', 'out-of-memory'],
]);

/** Called once by a module that `runContained` starts: takes the input, reports progress from 0 to 1, sends the result. */
export function answer<Input, Result>(
  task: (input: Input, onProgress: (progress: number) => void) => Promise<Result>,
): void {
  process.once('message', async (message: { input: Input }) => {
    try {
      const result = await task(message.input, (progress) => process.send?.({ kind: 'progress', progress }));
      // Node keeps compiled code when it exits, and this process is ended instead.
      flushCompileCache();
      process.send?.({ kind: 'done', result });
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      process.send?.({ kind: 'error', code: codeOf(error), message: error.message });
    }
  });
  // Whoever asked is gone: nobody would take the result, and an orderly exit could wait for work in native threads.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}

function codeOf(error: Error): string {
  if (error instanceof TaskError) return error.code;
  const found = 'code' in error ? SYSTEM_CODES.get(error.code) : undefined;
  return found ?? (/allocation failed/i.test(error.message) ? 'out-of-memory' : 'failed');
}
