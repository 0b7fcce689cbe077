import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, planReel, REEL } from '../../../src/results/reels/plan-reel.ts';

const clips = fc.array(fc.record({ seconds: fc.double({ min: 0.5, max: 60, noNaN: true }) }), {
  minLength: 1,
  maxLength: 8,
});

describe('a reel', () => {
  it('begins with its title and ends with the best clip, each under its credit', () => {
    const parts = planReel([{ seconds: 4 }, { seconds: 2 }]);
    expect(parts.map((part) => ('place' in part ? `${part.shows} ${part.place}` : part.shows))).toEqual([
      'title',
      'credit 2',
      'clip 2',
      'credit 1',
      'clip 1',
    ]);
  });

  it('melts no more frames than either of two neighbours has, and never shows more of a clip than there is', () => {
    fc.assert(
      fc.property(clips, (some) => {
        const parts = planReel(some);
        for (const [index, { frames, melting }] of parts.entries()) {
          const next = parts[index + 1]?.melting ?? 0;
          expect(melting + next).toBeLessThanOrEqual(frames);
        }
        for (const part of parts) {
          if (part.shows !== 'clip') continue;
          const seconds = some[part.place - 1]?.seconds ?? 0;
          expect(part.frames / REEL.framesPerSecond).toBeLessThanOrEqual(Math.min(seconds, 12));
          expect(part.frames).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('says how long it is', () => {
    // 3 s of title, 2 s of credit and 4 s of clip, less two halves of a second.
    expect(lengthOf(planReel([{ seconds: 4 }]))).toBe(8);
  });
});
