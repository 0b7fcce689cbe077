import type { CastVote, Suspicion } from './case-store.ts';

/** Each votes for so many who vote for them in turn. */
const LEAST_MATES = 3;
/** So much of what they vote for is one another's. */
const INSIDE = 2 / 3;

/**
 * People who vote for one another: a group in which each exchanges votes with three others at least, and votes for hardly
 * anybody else. Friends who like each other's clips among many others are none.
 */
export function findMutual(votes: readonly CastVote[]): Suspicion[] {
  const byVoter = Map.groupBy(votes, ({ voter }) => voter);
  const mates = new Map<string, Set<string>>();
  for (const [voter, own] of byVoter) {
    const back = own.filter(({ owner }) => byVoter.get(owner)?.some((theirs) => theirs.owner === voter));
    mates.set(voter, new Set(back.map(({ owner }) => owner)));
  }
  prune(mates, byVoter);
  return groupsOf(mates).map((group) => ({
    pattern: 'mutual' as const,
    votes: group.flatMap((voter) => (byVoter.get(voter) ?? []).filter(({ owner }) => mates.get(voter)?.has(owner))),
  }));
}

/** Takes out who has too few mates, or votes for others as well, until all who are left are such a group. */
function prune(mates: Map<string, Set<string>>, byVoter: ReadonlyMap<string, readonly CastVote[]>): void {
  for (let again = true; again; ) {
    again = false;
    for (const [voter, own] of mates) {
      const cast = byVoter.get(voter) ?? [];
      const inside = cast.filter(({ owner }) => own.has(owner)).length;
      if (own.size >= LEAST_MATES && inside >= INSIDE * cast.length) continue;
      for (const mate of own) mates.get(mate)?.delete(voter);
      mates.delete(voter);
      again = true;
    }
  }
}

function groupsOf(mates: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const seen = new Set<string>();
  return [...mates.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const group = [start];
    seen.add(start);
    // Grows while it is walked through.
    for (const voter of group) {
      for (const mate of mates.get(voter) ?? []) {
        if (seen.has(mate)) continue;
        seen.add(mate);
        group.push(mate);
      }
    }
    return [group];
  });
}
