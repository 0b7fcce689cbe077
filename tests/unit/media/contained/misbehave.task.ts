import { closeSync, openSync, writeSync } from 'node:fs';
import { answer, TaskError } from '../../../../src/media/contained-task.ts';

export type Misdeed =
  | { do: 'echo'; value: unknown }
  | {
      do:
        | 'loop'
        | 'wait'
        | 'leap'
        | 'grow'
        | 'heap'
        | 'abort'
        | 'exit'
        | 'throw'
        | 'refuse'
        | 'silence'
        | 'environment'
        | 'pid'
        | 'tell-and-wait';
    }
  | { do: 'kill'; signal: NodeJS.Signals }
  | { do: 'write'; path: string; bytes: number };

const kept: unknown[] = [];

/** Does each of the things from which a contained process protects the rest. */
answer<Misdeed, unknown>(async (misdeed, onProgress) => {
  switch (misdeed.do) {
    case 'echo':
      onProgress(0.5);
      onProgress(1);
      return misdeed.value;
    case 'loop':
      for (;;);
    case 'tell-and-wait':
      onProgress(process.pid);
      return new Promise((resolve) => setTimeout(resolve, 1e8));
    case 'wait':
      return new Promise((resolve) => setTimeout(resolve, 1e8));
    case 'leap':
      return Buffer.alloc(8e9, 1).length;
    case 'grow':
      for (;;) {
        kept.push(Buffer.alloc(5e6, 1));
        await new Promise(setImmediate);
      }
    case 'heap':
      for (;;) kept.push(Array.from({ length: 1e5 }, (_, index) => ({ index })));
    case 'write':
      return write(misdeed.path, misdeed.bytes);
    case 'kill':
      process.kill(process.pid, misdeed.signal);
      return new Promise(() => {});
    case 'abort':
      return process.abort();
    case 'exit':
      return process.exit(3);
    case 'throw':
      throw new Error('a bug');
    case 'refuse':
      throw new TaskError('not-a-video', 'These are the bytes of a poem');
    case 'environment':
      return Object.keys(process.env);
    case 'pid':
      return process.pid;
    case 'silence':
      return undefined;
  }
});

function write(path: string, bytes: number): number {
  const file = openSync(path, 'w');
  for (let written = 0; written < bytes; written += 100_000) writeSync(file, Buffer.alloc(100_000, 1));
  closeSync(file);
  return bytes;
}
