import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AdapterError } from '../requests/index.ts';

/** Writes a stream to a file. Throws an `AdapterError` with code `too-large` or `disk-full`; the caller removes the file. */
export async function writeStream(stream: Readable, path: string, maxBytes: number): Promise<void> {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? mediaError('too-large', `More than ${maxBytes} bytes`, false) : null, chunk);
    },
  });
  try {
    await pipeline(stream, count, createWriteStream(path));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')
      throw mediaError('disk-full', cause.message, true);
    throw cause;
  }
}

function mediaError(code: string, message: string, retryable: boolean): AdapterError {
  return new AdapterError(message, { adapter: 'media', code, retryable });
}
