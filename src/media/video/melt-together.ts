import type { Frame } from 'node-av/lib';
import { must } from './ffmpeg-result.ts';

interface MeltingPiece {
  frames: number;
  melting?: number;
}

/**
 * The frames of pieces one after another, where some melt into the last ones of the piece before. Frames are of one
 * size, in yuv420p, and valid until the next is asked for.
 */
export async function* meltTogether<Piece extends MeltingPiece>(
  pieces: readonly Piece[],
  framesOf: (piece: Piece) => AsyncIterable<Frame>,
): AsyncGenerator<Frame> {
  /** Of the piece before: what melts into this one. */
  let held: Frame[] = [];
  /** Of this piece: what the next one melts into. */
  let keeping: Frame[] = [];
  try {
    for (const [place, piece] of pieces.entries()) {
      const keep = pieces[place + 1]?.melting ?? 0;
      const melting = held.length;
      let index = 0;
      for await (const frame of framesOf(piece)) {
        const under = held.shift();
        const shown = under === undefined ? kept(frame) : mix(frame, under, (index + 1) / (melting + 1));
        under?.free();
        if (index >= piece.frames - keep) keeping.push(shown);
        else {
          yield shown;
          shown.free();
        }
        index += 1;
      }
      for (const frame of held) frame.free();
      [held, keeping] = [keeping, []];
    }
  } finally {
    for (const frame of [...held, ...keeping]) frame.free();
  }
}

/** Shares the memory of the frame, which its owner then leaves alone (`makeWritable`). */
function kept(frame: Frame): Frame {
  const copy = frame.clone();
  if (copy === null) throw new Error('There is no memory for a frame');
  return copy;
}

/** A frame laid over another: `share` of it (0 to 1), the rest of what is under it. Leaves both as they are. */
function mix(frame: Frame, under: Frame, share: number): Frame {
  const over = kept(frame);
  must(over.makeWritable(), 'make room for a frame');
  for (const [plane, to] of (over.data ?? []).entries()) {
    const from = under.data?.[plane];
    const [toStride, fromStride] = [over.linesize[plane] ?? 0, under.linesize[plane] ?? 0];
    if (from === undefined || to === null || toStride === 0) continue;
    const [width, height] = plane === 0 ? [over.width, over.height] : [over.width / 2, over.height / 2];
    for (let line = 0; line < height; line += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = line * toStride + x;
        const below = from[line * fromStride + x] ?? 0;
        to[at] = Math.round(below + ((to[at] ?? 0) - below) * share);
      }
    }
  }
  return over;
}
