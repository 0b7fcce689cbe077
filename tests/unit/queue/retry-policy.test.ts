import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begunTooOften, failureOf, retryPolicy } from '../../../src/queue/retry-policy.ts';
import { AdapterError, STEPS, type Step } from '../../../src/requests/index.ts';

const HOUR = 3_600_000;
const outside = (retryable: boolean, retryAfterMs: number | null = null) =>
  new AdapterError('it failed', { adapter: 'fake', code: 'http-503', retryable, retryAfterMs });
const lowRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyStep = fc.constantFrom(...STEPS);
const anyError = fc.oneof(
  fc.boolean().map((retryable) => outside(retryable)),
  fc.integer({ min: -10, max: 1e12 }).map((ms) => outside(true, ms)),
  fc.constantFrom<unknown>(new TypeError('a bug'), 'text', undefined, null),
);
const finite = STEPS.filter((step) => step !== 'remove-reply');

/** Follows the policy until it gives up; returns the tries and how long all waits took. */
function follow(step: Step, error: unknown, random: number): { tries: number; waitedMs: number } {
  let attempt = 1;
  let waitedMs = 0;
  for (let tries = 1; tries < 1000; tries += 1) {
    const ruling = retryPolicy({ step, attempt, error, sinceMs: waitedMs, random });
    if (ruling.next === 'give-up') return { tries, waitedMs };
    attempt = ruling.attempt;
    waitedMs += ruling.afterMs;
  }
  return { tries: Number.POSITIVE_INFINITY, waitedMs };
}

describe('retryPolicy', () => {
  it('never waits less than nothing or longer than a day', () => {
    fc.assert(
      fc.property(anyStep, fc.integer({ min: 1, max: 1e6 }), anyError, lowRandom, (step, attempt, error, random) => {
        const ruling = retryPolicy({ step, attempt, error, sinceMs: 0, random });
        if (ruling.next === 'give-up') return;
        expect(ruling.afterMs).toBeGreaterThanOrEqual(0);
        expect(ruling.afterMs).toBeLessThanOrEqual(24 * HOUR);
        expect(Number.isInteger(ruling.afterMs)).toBe(true);
      }),
    );
  });

  it('comes to an end for every step but the removing of a reply, within days, whatever fails', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...finite),
        anyError,
        fc.double({ min: 0.1, max: 0.99, noNaN: true }),
        (step, error, random) => {
          const { tries, waitedMs } = follow(step, error, random);
          // "Later" every second for two days is the longest there is, and no counting of tries.
          if (error instanceof AdapterError && error.retryAfterMs !== null) return waitedMs < 40 * 24 * HOUR;
          return tries <= 30 && waitedMs < 3 * HOUR;
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives up at once what cannot be helped by trying again', () => {
    for (const step of finite) expect(follow(step, outside(false), 0.5).tries).toBe(1);
  });

  it('never gives up removing a reply, and ends up trying about once an hour', () => {
    for (const error of [outside(false), outside(true), new TypeError('a bug')]) {
      expect(follow('remove-reply', error, 0.5).tries).toBe(Number.POSITIVE_INFINITY);
    }
    const late = retryPolicy({ step: 'remove-reply', attempt: 500, error: outside(true), sinceMs: 0, random: 0.999 });
    expect(late).toMatchObject({ next: 'retry', attempt: 501 });
    expect(late.next === 'retry' && late.afterMs).toBeGreaterThan(0.9 * HOUR);
    expect(begunTooOften('remove-reply', 1e6)).toBe(false);
  });

  it('tries a bug a few times only', () => {
    for (const step of finite) expect(follow(step, new TypeError('a bug'), 0.5).tries).toBeLessThanOrEqual(5);
  });

  it('draws from all of a range that doubles until its cap', () => {
    const waits = (random: number) =>
      [1, 2, 3, 4, 5].map((attempt) => {
        const ruling = retryPolicy({ step: 'screen-prompt', attempt, error: outside(true), sinceMs: 0, random });
        return ruling.next === 'retry' ? ruling.afterMs : null;
      });
    expect(waits(0)).toEqual([0, 0, 0, 0, 0]);
    expect(waits(0.5)).toEqual([500, 1000, 2000, 4000, 8000]);
    expect(waits(0.999)).toEqual([999, 1998, 3996, 7992, 15984]);
  });

  it('waits at least as long as it was told to, without counting a try, for two days', () => {
    const told = { step: 'deliver', attempt: 20, error: outside(true, 15 * 60_000), random: 0 } as const;
    expect(retryPolicy({ ...told, sinceMs: 0 })).toEqual({ next: 'retry', afterMs: 15 * 60_000, attempt: 20 });
    expect(retryPolicy({ ...told, sinceMs: 49 * HOUR })).toEqual({ next: 'give-up' });
  });

  it('forgives a process that dies in a step more often than an error, not for ever', () => {
    for (const step of finite) {
      expect(begunTooOften(step, 10)).toBe(false);
      expect(begunTooOften(step, 41)).toBe(true);
    }
  });

  it('names what a request failed in for each step that it needs', () => {
    const without = STEPS.filter((step) => failureOf(step) === null);
    expect(without).toEqual(['draw-preview', 'make-still', 'cancel-shot', 'make-versions', 'remove-reply']);
  });
});
