import type { Frame } from 'node-av/lib';
import type { ClipLook } from '../../requests/index.ts';
import { createFrameFitter } from './fit-frame.ts';
import { lumaOf, SMALL_SIDE } from './small-luma.ts';

/** Gathers what can be seen at a glance, frame by frame. */
export function createLook(): { see(frame: Frame): Promise<void>; look(): ClipLook; close(): void } {
  const fitter = createFrameFitter(SMALL_SIDE, SMALL_SIDE);
  const look: ClipLook = { brightest: 0, contrast: 0, change: 0 };
  let first: Uint8Array | null = null;
  return {
    close: fitter.close,
    look: () => ({ brightest: round(look.brightest), contrast: round(look.contrast), change: round(look.change) }),
    async see(frame) {
      const luma = lumaOf(await fitter.fit(frame));
      first ??= luma;
      const mean = meanOf(luma, (value) => value);
      look.brightest = Math.max(look.brightest, mean);
      look.contrast = Math.max(look.contrast, Math.sqrt(meanOf(luma, (value) => (value - mean) ** 2)));
      const before = first;
      look.change = Math.max(
        look.change,
        meanOf(luma, (value, at) => Math.abs(value - (before[at] ?? 0))),
      );
    },
  };
}

function meanOf(values: Uint8Array, measure: (value: number, at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += measure(values[at] ?? 0, at);
  return sum / values.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
