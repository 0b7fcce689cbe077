import type { CastVote, Suspicion } from './case-store.ts';
import { findBursts } from './find-bursts.ts';
import { findMutual } from './find-mutual.ts';
import { findRings } from './find-rings.ts';

/** What looks agreed upon among the votes; a vote is named once. */
export function findSuspicions(votes: readonly CastVote[]): Suspicion[] {
  const named = new Set<string>();
  return [...findBursts(votes), ...findRings(votes), ...findMutual(votes)].flatMap(({ pattern, votes: found }) => {
    const left = found.filter(({ row }) => !named.has(row));
    for (const { row } of left) named.add(row);
    return left.length === 0 ? [] : [{ pattern, votes: left }];
  });
}
