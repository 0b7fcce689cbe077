import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameSize, LONGEST_SIDE } from '../../../src/generation/frame-size.ts';
import { RESOLUTIONS } from '../../../src/requests/index.ts';

describe('frameSize', () => {
  it.each([
    [16, 9, 720, 1280, 720],
    [9, 16, 720, 720, 1280],
    [1, 1, 1080, 1080, 1080],
    [16, 9, 1080, 1920, 1080],
    [21, 9, 1080, 1920, 822],
    [16, 9, 480, 854, 480],
  ] as const)('makes %i:%i at %i as %i × %i', (across, down, resolution, width, height) => {
    expect(frameSize({ width: across, height: down }, resolution)).toEqual({ width, height });
  });

  it('makes stranger shapes as 4:1 or 1:4', () => {
    expect(frameSize({ width: 100, height: 1 }, 360)).toEqual({ width: 1440, height: 360 });
    expect(frameSize({ width: 1, height: 100 }, 360)).toEqual({ width: 360, height: 1440 });
  });

  it('always gives even sides in range, near the shape that was asked for', () => {
    const side = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(...RESOLUTIONS), (across, down, resolution) => {
        const { width, height } = frameSize({ width: across, height: down }, resolution);
        expect((width % 2) + (height % 2)).toBe(0);
        expect(Math.max(width, height)).toBeLessThanOrEqual(LONGEST_SIDE);
        expect(Math.min(width, height)).toBeLessThanOrEqual(resolution);
        const asked = Math.min(4, Math.max(0.25, across / down));
        expect(Math.abs(width / height / asked - 1)).toBeLessThan(0.01);
      }),
    );
  });
});
