import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSound } from '../../../src/media/video/join-sound.ts';
import type { Pcm } from '../../../src/media/video/pcm.ts';

const RATE = 48_000;

function tone(hertz: number, samples: number, missing = 0): Pcm {
  const left = Float32Array.from({ length: samples }, (_, index) =>
    index < samples - missing ? 0.5 * Math.sin((2 * Math.PI * hertz * index) / RATE + 1) : 0,
  );
  return { left, right: left.slice() };
}

const steepest = (sound: Float32Array) =>
  sound.reduce((most, sample, index) => Math.max(most, Math.abs(sample - (sound[index - 1] ?? sample))), 0);

/** So long must be something to be heard, in samples. */
const WINDOW = 960;

function quietest(sound: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + WINDOW <= sound.length; at += WINDOW) {
    least = Math.min(least, Math.max(...sound.subarray(at, at + WINDOW).map(Math.abs)));
  }
  return least;
}

describe('sounds one after another', () => {
  it('have neither a jump nor a gap at a seam, also where the first is a little short', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 150, max: 900 }),
        fc.integer({ min: 150, max: 900 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.oneof(fc.constant(0), fc.integer({ min: 2400, max: 12_000 })),
        (first, second, missing, overlap) => {
          // Two tones that are nearly the same may cancel each other out for a moment, whoever plays them.
          fc.pre(Math.abs(first - second) >= RATE / WINDOW);
          const samples = RATE / 2;
          const joined = joinSound([
            { at: 0, pcm: tone(first, samples, overlap > 0 ? 0 : missing) },
            { at: samples - overlap, pcm: tone(second, samples) },
          ]);
          expect(joined.left).toHaveLength(2 * samples - overlap);
          // What a tone of 900 Hz climbs in a sample, twice since two are heard at once.
          expect(steepest(joined.left)).toBeLessThan(2 * 0.5 * Math.sin((2 * Math.PI * 900) / RATE) + 0.01);
          expect(quietest(joined.left)).toBeGreaterThan(0.15);
          expect(Math.max(...joined.left.map(Math.abs))).toBeLessThan(0.75);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leave what is silent silent, and a single one as it is', () => {
    const quiet = { left: new Float32Array(RATE), right: new Float32Array(RATE) };
    const joined = joinSound([
      { at: 0, pcm: tone(440, RATE) },
      { at: RATE, pcm: quiet },
    ]);
    expect(Math.max(...joined.left.subarray(RATE + 4800))).toBe(0);
    expect(steepest(joined.left)).toBeLessThan(0.06);
    const single = tone(440, RATE);
    expect(joinSound([{ at: 0, pcm: single }])).toBe(single);
  });
});
