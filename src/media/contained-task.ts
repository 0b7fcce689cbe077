/** An error of a contained task that the caller can tell apart by its code. */
export class TaskError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Called once by a module that `runContained` starts: takes the input, reports progress from 0 to 1, sends the result. */
export function answer<Input, Result>(task: (input: Input, onProgress: (progress: number) => void) => Promise<Result>): void {
  process.once('message', async (message: { input: Input }) => {
    try {
      const result = await task(message.input, (progress) => process.send?.({ kind: 'progress', progress }));
      process.send?.({ kind: 'done', result });
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      const full = 'code' in error && error.code === 'ENOSPC';
      const code = full ? 'disk-full' : error instanceof TaskError ? error.code : 'failed';
      process.send?.({ kind: 'error', code, message: error.message });
    }
  });
  process.once('disconnect', () => process.exit(1));
}
