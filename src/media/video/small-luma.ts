import type { Frame } from 'node-av/lib';

/** Small enough to cost little, large enough to tell a night scene from black. */
export const SMALL_SIDE = 32;

/** The first plane of yuv420p of `SMALL_SIDE` squared, without the padding at the end of each line. */
export function lumaOf(frame: Frame): Uint8Array {
  const plane = frame.data?.[0] ?? Buffer.alloc(0);
  const line = frame.linesize[0] ?? SMALL_SIDE;
  const luma = new Uint8Array(SMALL_SIDE * SMALL_SIDE);
  for (let y = 0; y < SMALL_SIDE; y += 1) {
    luma.set(plane.subarray(y * line, y * line + SMALL_SIDE), y * SMALL_SIDE);
  }
  return luma;
}
