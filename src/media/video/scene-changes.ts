import type { Frame } from 'node-av/lib';
import { createFrameFitter } from './fit-frame.ts';
import { lumaOf, SMALL_SIDE } from './small-luma.ts';

/** Mean difference of brightness between two frames, of 255, from which on they are of two scenes. */
const CUT = 20;

/** Tells where a scene begins; the first frame begins one. Between two beginnings something must have moved on. */
export function createSceneChanges(): { begins(frame: Frame): Promise<boolean>; close(): void } {
  const fitter = createFrameFitter(SMALL_SIDE, SMALL_SIDE);
  let before: Uint8Array | null = null;
  return {
    close: fitter.close,
    async begins(frame) {
      const luma = lumaOf(await fitter.fit(frame));
      const last = before;
      before = luma;
      if (last === null) return true;
      const sum = luma.reduce((total, value, at) => total + Math.abs(value - (last[at] ?? 0)), 0);
      return sum / luma.length >= CUT;
    },
  };
}
