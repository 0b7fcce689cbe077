import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLength } from '../../../src/generation/split-length.ts';

const offered = fc
  .record({
    min: fc.integer({ min: 1, max: 80 }).map((tenths) => tenths / 10),
    span: fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10),
    step: fc.constantFrom(0, 0.1, 0.5, 1, 2, 4, 5),
  })
  .map(({ min, span, step }) => ({ min, max: Number((min + span).toFixed(1)), step }));
const wanted = fc.double({ min: 0.1, max: 130, noNaN: true });
const sum = (lengths: readonly number[]) => lengths.reduce((total, each) => total + each, 0);

describe('a length in shots', () => {
  it.each([
    [60, { min: 4, max: 8, step: 2 }, [8, 8, 8, 8, 8, 8, 6, 6]],
    [60, { min: 4, max: 12, step: 4 }, [12, 12, 12, 12, 12]],
    [16, { min: 4, max: 8, step: 4 }, [8, 8]],
    [12, { min: 5, max: 10, step: 5 }, [10]],
    [7, { min: 6, max: 10, step: 4 }, [6]],
    [25, { min: 1, max: 10, step: 0 }, [25 / 3, 25 / 3, 25 / 3]],
    [60, { min: 1, max: 60, step: 0 }, [60]],
  ])('%d s of %j', (seconds, limits, lengths) => {
    expect(splitLength(seconds, limits)).toEqual(lengths);
  });

  it('offers nothing where the engine does not', () => {
    expect(splitLength(5, { min: 6, max: 5, step: 1 })).toBeNull();
  });

  it('every shot is one that the engine makes, and they differ by a step at most', () => {
    fc.assert(
      fc.property(wanted, offered, (seconds, limits) => {
        const lengths = splitLength(seconds, limits) ?? [];
        expect(lengths.length).toBeGreaterThan(0);
        for (const length of lengths) {
          expect(length).toBeGreaterThanOrEqual(limits.min);
          expect(length).toBeLessThanOrEqual(limits.max);
          const steps = limits.step > 0 ? (length - limits.min) / limits.step : 0;
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
        }
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(limits.step + 1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it('no other number of shots comes nearer, and none with fewer as near', () => {
    // As nearly every engine has it: the shortest is a whole number of steps.
    const likely = offered.map(({ step, ...limits }) => ({
      ...limits,
      step: step > 0 && Math.abs(limits.min / step - Math.round(limits.min / step)) > 1e-9 ? 0 : step,
    }));
    fc.assert(
      fc.property(wanted, likely, fc.integer({ min: 1, max: 40 }), (seconds, limits, count) => {
        const lengths = splitLength(seconds, limits) ?? [];
        const nearest = Math.abs(sum(lengths) - seconds);
        const { min, max, step } = limits;
        const most = step > 0 ? Math.floor((max - min) / step + 1e-9) * count : 0;
        const other =
          step > 0
            ? count * min + step * Math.min(most, Math.max(0, Math.round((seconds - count * min) / step)))
            : Math.min(count * max, Math.max(count * min, seconds));
        const off = Math.abs(other - seconds);
        if (count < lengths.length) expect(off).toBeGreaterThan(nearest - 1e-6);
        else expect(off).toBeGreaterThanOrEqual(nearest - 1e-6);
      }),
      { numRuns: 2000 },
    );
  });
});
