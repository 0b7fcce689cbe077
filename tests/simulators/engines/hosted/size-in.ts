import { frameSize } from '../../../../src/generation/frame-size.ts';
import { RESOLUTIONS } from '../../../../src/requests/index.ts';

/** `720p` and `9:16` in pixels; what a provider makes of none is its usual one. */
export function sizeIn(resolution: unknown, shape: unknown): { width: number; height: number } {
  const [width = 16, height = 9] = String(shape ?? '16:9')
    .split(':')
    .map(Number);
  const known = RESOLUTIONS.find((each) => `${each}p` === resolution);
  return frameSize({ width, height }, known ?? 1080);
}
