import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { AdapterError } from '../requests/index.ts';
import { readMp4Layout } from './video/mp4-layout.ts';
import { writeStream } from './write-stream.ts';

/**
 * Writes what an engine sends to a path of ours: no more than so many bytes, whole to its last box, and an MP4. What is
 * not is thrown as a retryable `AdapterError`, with nothing left behind: the engine has the file, and it may be asked
 * for again. What is in it is told only later, by a process of its own that decodes it.
 */
export async function receiveVideo(
  stream: Readable,
  toPath: string,
  { maxBytes }: { maxBytes: number },
): Promise<void> {
  try {
    await writeStream(stream, toPath, maxBytes);
    await expectWhole(toPath);
  } catch (cause) {
    await rm(toPath, { force: true });
    if (cause instanceof AdapterError) throw cause;
    throw mediaError('broken-off', 'The download broke off');
  }
}

async function expectWhole(path: string): Promise<void> {
  const { boxes, cutOff } = await readMp4Layout(path);
  if (!boxes.includes('ftyp')) throw mediaError('not-a-video', 'What the engine sent is no MP4');
  if (cutOff || !boxes.includes('moov')) throw mediaError('cut-off', 'What the engine sent ends in the middle');
}

function mediaError(code: string, message: string): AdapterError {
  return new AdapterError(message, { adapter: 'media', code, retryable: true });
}
