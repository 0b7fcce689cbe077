import { open } from 'node:fs/promises';

/** How an MP4's outermost boxes lie (ISO/IEC 14496-12, 4.2). */
export interface Mp4Layout {
  /** The kinds of the outermost boxes in order; empty for what is no MP4. */
  boxes: readonly string[];
  /** Whether the index (`moov`) comes before the data (`mdat`). */
  indexFirst: boolean;
  /** Whether a box says that it goes on beyond the end of the file. */
  cutOff: boolean;
}

/** More boxes than an honest file has; a hostile one must not keep us reading. */
const MAX_BOXES = 1000;

/** Reads the outermost boxes of a file. One that is no MP4 has no index first and is not cut off. */
export async function readMp4Layout(path: string): Promise<Mp4Layout> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(16);
    const kinds: string[] = [];
    let at = 0;
    while (at < size && kinds.length < MAX_BOXES) {
      const { bytesRead } = await file.read(head, 0, 16, at);
      const kind = head.toString('latin1', 4, 8);
      if (kinds.length === 0 && kind !== 'ftyp') return { boxes: [], indexFirst: false, cutOff: false };
      kinds.push(kind);
      at += bytesRead < 8 ? Number.POSITIVE_INFINITY : boxLength(head, size - at);
    }
    const [index, data] = [kinds.indexOf('moov'), kinds.indexOf('mdat')];
    return { boxes: kinds, indexFirst: index >= 0 && (data < 0 || index < data), cutOff: at > size };
  } finally {
    await file.close();
  }
}

/** 0 stands for "to the end", 1 for a length of 64 bits behind the name. */
function boxLength(head: Buffer, rest: number): number {
  const length = head.readUInt32BE(0);
  if (length === 0) return rest;
  if (length === 1) return Math.max(16, Number(head.readBigUInt64BE(8)));
  return Math.max(8, length);
}
