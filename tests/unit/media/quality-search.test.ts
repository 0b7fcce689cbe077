import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchQuality } from '../../../src/media/video/quality-search.ts';

/** A video whose bytes halve with so many steps; how wrong the search's own idea of it is, it must find out. */
function encoderOf(bytesAtWanted: number, stepsPerHalf: number) {
  const tried: number[] = [];
  const bytesAt = (quality: number) => Math.round(bytesAtWanted * 2 ** ((20 - quality) / stepsPerHalf));
  const encode = async (quality: number) => {
    tried.push(quality);
    return bytesAt(quality);
  };
  return { tried, bytesAt, encode };
}

it('takes the wanted quality where it fits, in one go', async () => {
  const { tried, encode } = encoderOf(900, 6);
  expect(await searchQuality({ from: 20, maxBytes: 1000, encode })).toBe(900);
  expect(tried).toEqual([20]);
});

it('fills the room there is in two goes where bytes halve as they usually do', async () => {
  const { tried, encode } = encoderOf(3000, 6);
  const bytes = (await searchQuality({ from: 20, maxBytes: 1000, encode })) ?? 0;
  expect(bytes).toBeGreaterThan(900);
  expect(bytes).toBeLessThanOrEqual(1000);
  expect(tried).toHaveLength(2);
});

it('gives up where only what nobody can look at would fit', async () => {
  const { tried, encode } = encoderOf(100_000, 6);
  expect(await searchQuality({ from: 20, maxBytes: 1000, encode })).toBeNull();
  expect(Math.max(...tried)).toBe(34);
});

it('ends with what fits, the best of those tried, in at most five goes', async () => {
  const cases = fc.record({
    bytes: fc.integer({ min: 1, max: 20_000 }),
    steps: fc.double({ min: 3, max: 12, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ bytes, steps }) => {
      const { tried, bytesAt, encode } = encoderOf(bytes, steps);
      const found = await searchQuality({ from: 20, maxBytes: 1000, encode });
      expect(tried.length).toBeLessThanOrEqual(5);
      const fitting = tried.filter((quality) => bytesAt(quality) <= 1000);
      if (found === null) expect(fitting).toEqual([]);
      else expect([found, tried.at(-1)]).toEqual([bytesAt(Math.min(...fitting)), Math.min(...fitting)]);
    }),
  );
});
