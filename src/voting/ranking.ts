import type { Tally } from './vote-store.ts';

/** The quantile of the normal distribution for a one-sided confidence of 97.5 %. */
export const CONFIDENCE_Z = 1.96;

/**
 * The lower bound of Wilson's score interval for the share of viewers who voted (E. B. Wilson, 1927): what the share is
 * at least, as sure as the number of viewers allows. One vote of one viewer (0.21) does not beat ninety of a hundred
 * (0.83). Votes alone would rank what was shown longest; the plain share would rank what was seen once.
 */
export function lowerBound({ votes, viewers }: Tally): number {
  const n = Math.max(viewers, votes);
  if (votes === 0) return 0;
  const z2 = CONFIDENCE_Z ** 2;
  const share = votes / n;
  const spread = CONFIDENCE_Z * Math.sqrt((share * (1 - share) + z2 / (4 * n)) / n);
  return (share + z2 / (2 * n) - spread) / (1 + z2 / n);
}
