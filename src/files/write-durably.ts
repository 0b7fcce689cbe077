import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { AdapterError } from '../requests/index.ts';

export interface Written {
  /** Lower-case hex. */
  sha256: string;
  bytes: number;
}

/**
 * Writes a stream to a new file, hashing on the way, and returns once the bytes are on the disk. Rejects with code
 * `too-large` as soon as more than `maxBytes` have come, without reading on. The caller removes what a failure leaves.
 */
export async function writeDurably(
  stream: Readable,
  path: string,
  maxBytes: number,
  adapter: string,
): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of stream) {
      const data: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      bytes += data.length;
      if (bytes > maxBytes) {
        throw new AdapterError(`More than ${maxBytes} bytes`, { adapter, code: 'too-large', retryable: false });
      }
      hash.update(data);
      await file.writeFile(data);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Reads a file that is there already for its hash, and makes sure that its bytes are on the disk. */
export async function hashDurably(path: string): Promise<Written> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    await file.sync();
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}

/** A rename is only durable once the folder that holds the name is synced. Folders cannot be opened on Windows. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
