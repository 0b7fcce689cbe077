import { open } from 'node:fs/promises';

/**
 * Whether `moov` comes before `mdat` among an MP4's outermost boxes (ISO/IEC 14496-12, 4.2). False for every file that
 * is no MP4.
 */
export async function isIndexFirst(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(16);
    for (let at = 0, boxes = 0; boxes < 64; boxes += 1) {
      const { bytesRead } = await file.read(head, 0, 16, at);
      if (bytesRead < 8) return false;
      const kind = head.toString('latin1', 4, 8);
      if (kind === 'moov') return true;
      if (kind === 'mdat') return false;
      const size = head.readUInt32BE(0);
      const length = size === 1 && bytesRead === 16 ? Number(head.readBigUInt64BE(8)) : size;
      if (length < 8) return false;
      at += length;
    }
    return false;
  } finally {
    await file.close();
  }
}
