import type { AspectRatio, Resolution, ShotOrder } from '../requests/index.ts';

/** Width and height of a frame in pixels, both even. */
export interface FrameSize {
  width: number;
  height: number;
}

/** The longest side a frame may have: what a 1080p player and every platform takes. */
export const LONGEST_SIDE = 1920;

/** The flattest and the tallest shape that is made; a stranger one is drawn as the nearest of these. */
const FLATTEST = 4;

/**
 * The frame for a shape at a named resolution. The shorter side is the resolution; where the longer one would pass
 * 1920, both shrink together. Even numbers, because H.264 in 4:2:0 stores colour for blocks of two by two. Shapes
 * beyond 4:1 or 1:4 are made as 4:1 or 1:4.
 */
export function frameSize(aspect: AspectRatio, resolution: Resolution): FrameSize {
  const asked = aspect.width / aspect.height;
  const ratio = Number.isFinite(asked) && asked > 0 ? Math.min(FLATTEST, Math.max(1 / FLATTEST, asked)) : 1;
  const stretch = Math.max(ratio, 1 / ratio);
  const shorter = Math.min(resolution, LONGEST_SIDE / stretch);
  const short = toEven(shorter);
  const long = Math.min(LONGEST_SIDE, toEven(shorter * stretch));
  return ratio >= 1 ? { width: long, height: short } : { width: short, height: long };
}

/** The frame of a clip: that of its first shot, which all share. */
export function frameSizeOf([first]: readonly Pick<ShotOrder, 'aspect' | 'resolution'>[]): FrameSize {
  if (first === undefined) throw new Error('A clip needs a shot');
  return frameSize(first.aspect, first.resolution);
}

function toEven(side: number): number {
  return Math.max(2, Math.round(side / 2) * 2);
}
