import type { StrikeStanding } from '../../calls/may-ask.ts';
import type { Strike } from './strike.ts';

/** From which weight on a member waits between two requests, and may not ask at all. 0: never. */
export interface StrikeThresholds {
  slowAt: number;
  blockAt: number;
  /** Between two requests, in seconds. */
  slowSeconds: number;
}

/** A member's strikes, newest first, and what follows from those that count now. */
export interface StrikeRecord {
  strikes: readonly Strike[];
  /** Of those that count now. */
  weight: number;
  standing: StrikeStanding;
}

/** Pure: the same strikes at the same moment come to the same, in whatever order. */
export function recordOf(strikes: readonly Strike[], thresholds: StrikeThresholds, now: Date): StrikeRecord {
  const counting = strikes.filter(({ counts, until }) => counts && Date.parse(until) > now.getTime());
  const slowedUntil = reachedUntil(counting, thresholds.slowAt);
  return {
    strikes: strikes.toSorted((one, other) => (one.at < other.at ? 1 : -1)),
    weight: weightOf(counting),
    standing: {
      blockedUntil: reachedUntil(counting, thresholds.blockAt),
      slowSeconds: slowedUntil === null ? 0 : thresholds.slowSeconds,
    },
  };
}

/** When the weight falls below a threshold, as strikes run out one after another; null where it is below. */
function reachedUntil(counting: readonly Strike[], threshold: number): string | null {
  if (threshold === 0 || weightOf(counting) < threshold) return null;
  let left = weightOf(counting);
  for (const { until, weight } of counting.toSorted((one, other) => (one.until < other.until ? -1 : 1))) {
    left -= weight;
    if (left < threshold) return until;
  }
  throw new Error('Without strikes nothing is reached');
}

function weightOf(strikes: readonly Strike[]): number {
  return strikes.reduce((sum, { weight }) => sum + weight, 0);
}
