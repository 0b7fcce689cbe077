import type { CastVote, Suspicion } from './case-store.ts';

/** Who has voted for fewer has no manner of voting yet. */
const LEAST_TARGETS = 3;
/** Voters in a ring, at least. */
const LEAST_VOTERS = 4;
/** Of what either of two voted for, so much both did. */
const ALIKE = 0.75;
/** By so much, in bits, each of the ring is less likely than chance allows; and all of them together. */
const SPARE_BITS = { each: 4, all: 24 };
/** What more voters have in common than this says nothing about two of them; it is not looked at to find who is alike. */
const COMMON = 2000;

interface Voter {
  votes: CastVote[];
  targets: ReadonlySet<string>;
}

/**
 * Voters who vote for the same things, which others do not vote for together. How unlikely their choice is, is counted
 * from the votes of all who are not in the ring: that everybody likes the best three makes nobody suspicious, and a ring
 * does not become harmless by being large.
 */
export function findRings(votes: readonly CastVote[]): Suspicion[] {
  const voters = [...Map.groupBy(votes, ({ voter }) => voter).values()]
    .map((own): Voter => ({ votes: own, targets: new Set(own.map(({ target }) => target)) }))
    .filter(({ targets }) => targets.size >= LEAST_TARGETS);
  return alike(voters).flatMap((ring) => {
    if (ring.length < LEAST_VOTERS) return [];
    // Of all groups of that size among all voters, one may be alike by chance.
    const spare = bitsOf(ring, voters) - Math.log2((Math.E * voters.length) / ring.length);
    if (spare < SPARE_BITS.each || spare * ring.length < SPARE_BITS.all) return [];
    return [{ pattern: 'ring' as const, votes: ring.flatMap((voter) => voter.votes) }];
  });
}

/** Groups of voters each of whom is like another one of it. */
function alike(voters: readonly Voter[]): Voter[][] {
  const groups = new Map(voters.map((voter) => [voter, [voter]]));
  const byTarget = new Map<string, Voter[]>();
  for (const voter of voters) {
    const met = new Map<Voter, number>();
    for (const target of voter.targets) {
      const before = byTarget.get(target) ?? [];
      if (before.length < COMMON) for (const other of before) met.set(other, (met.get(other) ?? 0) + 1);
      before.push(voter);
      byTarget.set(target, before);
    }
    for (const [other, both] of met) {
      if (both / (voter.targets.size + other.targets.size - both) >= ALIKE) join(groups, voter, other);
    }
  }
  return [...new Set(groups.values())];
}

function join(groups: Map<Voter, Voter[]>, one: Voter, other: Voter): void {
  const [mine, theirs] = [groups.get(one) ?? [], groups.get(other) ?? []];
  if (mine === theirs) return;
  const [large, small] = mine.length < theirs.length ? [theirs, mine] : [mine, theirs];
  for (const voter of small) {
    large.push(voter);
    groups.set(voter, large);
  }
}

/** How unlikely it is that somebody else votes for all that most of the ring do. */
function bitsOf(ring: readonly Voter[], voters: readonly Voter[]): number {
  const inside = new Set(ring);
  const outside = voters.filter((voter) => !inside.has(voter));
  const all = new Set(ring.flatMap(({ targets }) => [...targets]));
  let bits = 0;
  for (const target of all) {
    if (ring.filter(({ targets }) => targets.has(target)).length * 4 < ring.length * 3) continue;
    const others = outside.filter(({ targets }) => targets.has(target)).length;
    bits -= Math.log2((others + 1) / (outside.length + 2));
  }
  return bits;
}
