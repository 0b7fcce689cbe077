import { open } from 'node:fs/promises';
import { TaskError } from './contained-task.ts';

/** FFmpeg hands the system's error numbers on, negated: ENOSPC, EDQUOT, EFBIG, ENOMEM. */
const CODES = new Map([
  [-28, 'disk-full'],
  [-122, 'disk-full'],
  [-27, 'too-large'],
  [-12, 'out-of-memory'],
]);

/** Throws for an FFmpeg call that failed: code `disk-full`, `too-large`, `out-of-memory`, or else `encoder`. */
export function expectSuccess(result: number, step: string): number {
  if (result >= 0) return result;
  const code = CODES.get(result);
  if (code) throw new TaskError(code, `FFmpeg could not go on at ${step}: ${code}`);
  throw new TaskError('encoder', `FFmpeg answered ${result} at ${step}`);
}

/**
 * Closing an FFmpeg file tells nothing of the writes that failed in it, so the finished MP4 is walked box by box: the
 * boxes must fill the file exactly, and `moov` must stand before `mdat`. Then the file is synced to the disk.
 */
export async function expectWholeFile(path: string): Promise<{ bytes: number }> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const boxes: string[] = [];
    const header = Buffer.alloc(16);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(header, 0, 16, at);
      const length = bytesRead < 8 ? 0 : boxLength(header, size - at);
      if (length < 8 || at + length > size)
        throw new TaskError('disk-full', `The file ends inside a box at byte ${at}`);
      boxes.push(header.toString('latin1', 4, 8));
      at += length;
    }
    if (!boxes.includes('mdat') || boxes.indexOf('moov') > boxes.indexOf('mdat') || !boxes.includes('moov'))
      throw new TaskError('disk-full', `The file holds only ${boxes.join(', ') || 'nothing'}`);
    await file.sync();
    return { bytes: size };
  } finally {
    await file.close();
  }
}

function boxLength(header: Buffer, rest: number): number {
  const short = header.readUInt32BE(0);
  if (short === 1) return Number(header.readBigUInt64BE(8));
  return short === 0 ? rest : short;
}
