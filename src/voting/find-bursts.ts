import type { CastVote, Suspicion } from './case-store.ts';

const HOUR_MS = 3_600_000;
/** So long a burst lasts at most. */
const WINDOW_MS = HOUR_MS;
/** An account is new for so long after it was made, or first seen here. */
const NEW_MS = 24 * HOUR_MS;
/** Who comes for one thing has voted so often at most. */
const FEW_VOTES = 2;
/** Fewer are friends who were told of it. */
const LEAST = 8;
/** That it comes about by chance: of a million such hours, less than one. */
const CHANCE = 1e-6;

/**
 * Many new accounts that vote for the same thing within an hour, and for hardly anything else, where others' votes do not
 * favour it as much: more of them than the share that it has of everybody else's votes explains.
 */
export function findBursts(votes: readonly CastVote[]): Suspicion[] {
  const counts = countBy(votes, ({ voter }) => voter);
  const isNew = ({ voter, at, since }: CastVote) => at - since < NEW_MS && (counts.get(voter) ?? 0) <= FEW_VOTES;
  const fresh = votes.filter(isNew).toSorted((a, b) => a.at - b.at);
  const settled = countBy(
    votes.filter((vote) => !isNew(vote)),
    ({ target }) => target,
  );
  const targets = new Set(votes.map(({ target }) => target)).size;
  const others = votes.length - fresh.length;
  return [...Map.groupBy(fresh, ({ target }) => target)].flatMap(([target, mine]) => {
    // As if everything had one vote more: of what nobody else voted for, the share is small and not nought.
    const share = ((settled.get(target) ?? 0) + 1) / (others + targets);
    const found = mine.filter((vote) => {
      const own = within(mine, vote.at);
      return own >= LEAST && atLeastByChance(own, within(fresh, vote.at), share) < CHANCE;
    });
    return found.length === 0 ? [] : [{ pattern: 'burst' as const, votes: found }];
  });
}

/** How many of the votes, which are in order, were cast in the hour around the moment. */
function within(votes: readonly CastVote[], moment: number): number {
  return firstAfter(votes, moment + WINDOW_MS / 2) - firstAfter(votes, moment - WINDOW_MS / 2);
}

function firstAfter(votes: readonly CastVote[], moment: number): number {
  let [low, high] = [0, votes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((votes[middle]?.at ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A bound on the binomial law's tail (Chernoff): at least `own` of `all` where each falls here by `share`. */
function atLeastByChance(own: number, all: number, share: number): number {
  const found = own / all;
  if (found <= share) return 1;
  const apart = found * Math.log(found / share) + (found < 1 ? (1 - found) * Math.log((1 - found) / (1 - share)) : 0);
  return Math.exp(-all * apart);
}

function countBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, number> {
  return new Map([...Map.groupBy(all, keyOf)].map(([key, group]) => [key, group.length]));
}
