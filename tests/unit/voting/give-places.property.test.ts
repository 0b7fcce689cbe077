import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PLACES } from '../../../src/calls/winners-rule.ts';
import { givePlaces } from '../../../src/voting/give-places.ts';

const ranked = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
  .map((points) => points.map((each, place) => ({ id: `${place}`.padStart(3, '0'), points: each / 6 })));
const places = fc.integer({ min: 1, max: MOST_PLACES });

describe('places', () => {
  it('are one behind those who are better, so equals share theirs; nothing is no place', () => {
    fc.assert(
      fc.property(ranked, places, (clips, most) => {
        const winners = givePlaces(clips, most);
        const pointsOf = (id: string) => clips.find((clip) => clip.id === id)?.points ?? 0;
        for (const { id, place } of winners) {
          expect(place).toBe(1 + clips.filter(({ points }) => points > pointsOf(id)).length);
          expect(place).toBeLessThanOrEqual(most);
          expect(pointsOf(id)).toBeGreaterThan(0);
        }
        const missing = clips.filter(({ id, points }) => points > 0 && !winners.some((winner) => winner.id === id));
        const least = Math.min(...winners.map(({ id }) => pointsOf(id)));
        // Left out is only who is worse, or who asked later than all of ten.
        for (const { id, points } of missing)
          expect(
            points < least || (winners.length === MOST_PLACES && points === least && id > (winners.at(-1)?.id ?? '')),
          );
        expect(winners.length).toBe(
          Math.min(
            MOST_PLACES,
            clips.filter(
              ({ points }) => points > 0 && 1 + clips.filter((other) => other.points > points).length <= most,
            ).length,
          ),
        );
      }),
    );
  });

  it('do not depend on the order in which the clips come', () => {
    fc.assert(
      fc.property(ranked, places, (clips, most) => {
        expect(givePlaces(clips.toReversed(), most)).toEqual(givePlaces(clips, most));
      }),
    );
  });
});
