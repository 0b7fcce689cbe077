import type { Frame } from 'node-av/lib';
import type { Fitting } from '../media-tools.ts';
import { createFrameFitter } from './fit-frame.ts';

/** How much there is to look at, along the width and along the height of a picture; from the left, from the top. */
export interface Salience {
  columns: readonly number[];
  rows: readonly number[];
}

/** Cells on each side of the map. */
export const SALIENCE_CELLS = 64;

/** What moves draws the eye more than what only stands out. */
const MOTION = 2;

/** A window that keeps less than this of what there is to see, or of the picture, is no picture any more. */
const LEAST_SALIENCE_KEPT = 0.85;
const LEAST_PICTURE_KEPT = 0.5;

/**
 * Gathers where there is something to see: edges, colours unlike the rest, and motion between the frames that are
 * shown to it. No model: it must hold for drawings, films and letters alike, and cost next to nothing.
 */
export function createSalience(): { see(frame: Frame): Promise<void>; salience(): Salience; close(): void } {
  const fitter = createFrameFitter(SALIENCE_CELLS, SALIENCE_CELLS);
  const map = new Float64Array(SALIENCE_CELLS ** 2);
  let before: Uint8Array | null = null;
  return {
    close: fitter.close,
    salience: () => alongSides(map),
    async see(frame) {
      const small = await fitter.fit(frame);
      const luma = planeOf(small, 0, SALIENCE_CELLS);
      const colours = [planeOf(small, 1, SALIENCE_CELLS / 2), planeOf(small, 2, SALIENCE_CELLS / 2)];
      const usual = colours.map((plane) => plane.reduce((sum, value) => sum + value, 0) / plane.length);
      for (let y = 1; y < SALIENCE_CELLS - 1; y += 1) {
        for (let x = 1; x < SALIENCE_CELLS - 1; x += 1) {
          const at = y * SALIENCE_CELLS + x;
          const between = (step: number) => Math.abs((luma[at + step] ?? 0) - (luma[at - step] ?? 0));
          const half = (y >> 1) * (SALIENCE_CELLS / 2) + (x >> 1);
          const unusual = colours.reduce((sum, plane, of) => sum + Math.abs((plane[half] ?? 0) - (usual[of] ?? 0)), 0);
          const moved = before === null ? 0 : Math.abs((luma[at] ?? 0) - (before[at] ?? 0));
          map[at] = (map[at] ?? 0) + between(1) + between(SALIENCE_CELLS) + unusual + MOTION * moved;
        }
      }
      before = luma;
    },
  };
}

/** Cuts where what there is to see lies together, and shows the whole picture before a ground where it does not. */
export function chooseFitting(along: readonly number[], kept: number): Fitting {
  const total = along.reduce((sum, value) => sum + value, 0);
  if (kept < LEAST_PICTURE_KEPT || total === 0) return { how: 'whole' };
  const cells = Math.max(1, Math.round(kept * along.length));
  const middle = (along.length - cells) / 2;
  let best = { start: 0, sum: -1 };
  for (let start = 0; start + cells <= along.length; start += 1) {
    const sum = along.slice(start, start + cells).reduce((all, value) => all + value, 0);
    const isNearer = Math.abs(start - middle) < Math.abs(best.start - middle);
    // Of windows that hold the same, the one nearest to the middle.
    if (sum > best.sum * 1.001 || (sum >= best.sum * 0.999 && isNearer)) best = { start, sum };
  }
  if (best.sum < LEAST_SALIENCE_KEPT * total) return { how: 'whole' };
  return { how: 'cut', from: Math.min(best.start / along.length, 1 - kept) };
}

/** Only what stands out counts: the mean is the noise of the whole. */
function alongSides(map: Float64Array): Salience {
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
  const columns = new Array<number>(SALIENCE_CELLS).fill(0);
  const rows = new Array<number>(SALIENCE_CELLS).fill(0);
  for (const [at, value] of map.entries()) {
    const standsOut = Math.max(0, value - mean);
    const [x, y] = [at % SALIENCE_CELLS, Math.floor(at / SALIENCE_CELLS)];
    columns[x] = (columns[x] ?? 0) + standsOut;
    rows[y] = (rows[y] ?? 0) + standsOut;
  }
  return { columns, rows };
}

function planeOf(frame: Frame, plane: number, side: number): Uint8Array {
  const bytes = frame.data?.[plane] ?? Buffer.alloc(0);
  const line = frame.linesize[plane] ?? side;
  const values = new Uint8Array(side * side);
  for (let y = 0; y < side; y += 1) values.set(bytes.subarray(y * line, y * line + side), y * side);
  return values;
}
