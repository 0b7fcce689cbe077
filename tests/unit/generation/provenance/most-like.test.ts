import { describe, expect, it } from 'vitest';
import { mostLike } from '../../../../src/generation/provenance/most-like.ts';

const framesOf = (count: number, plain = 0) => [
  ...Array.from({ length: count }, () => ['5a'.repeat(32)]),
  ...Array.from({ length: plain }, (): string[] => []),
];
const found = (requestId: string, frames: number, bits = 10) => ({ requestId, frames, bits });

describe('the clip that a file may be', () => {
  it('is the one that shares most frames, and of two the one that is less different', () => {
    expect(mostLike(framesOf(10), [found('a', 6), found('b', 9)])).toMatchObject({ requestId: 'b', share: 0.9 });
    expect(mostLike(framesOf(10), [found('a', 9, 30), found('b', 9, 4)])).toMatchObject({ requestId: 'b' });
  });

  it.each([
    [10, 5, 'nearly-certain'],
    [10, 4, 'likely'],
    [10, 2, 'likely'],
    [10, 1, undefined],
    [100, 10, undefined],
    [1, 1, 'nearly-certain'],
  ])('of %i frames that show something %i are like its own: %s', (looked, alike, sureness) => {
    expect(mostLike(framesOf(looked, 20), [found('a', alike)])?.sureness).toBe(sureness);
  });

  it('is none where nothing is alike, or nothing was shown', () => {
    expect(mostLike(framesOf(10), [])).toBeNull();
    expect(mostLike(framesOf(0, 5), [found('a', 1)])).toBeNull();
  });
});
