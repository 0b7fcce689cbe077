import { MOST_PLACES } from '../calls/winners-rule.ts';
import type { FoundWinners } from './winner-store.ts';

/** A clip and what it is ranked by; nothing at all is no place. */
export interface Ranked {
  id: string;
  points: number;
}

/**
 * Gives so many places, the most points first. Equals share a place, and behind two first there is no second. Where more
 * than ten would win by that, those are named who asked first; ids are in the order of asking.
 */
export function givePlaces(ranked: readonly Ranked[], places: number): FoundWinners['winners'] {
  const inOrder = ranked
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points || (one.id < other.id ? -1 : 1));
  return inOrder
    .map(({ id, points }) => ({ id, place: 1 + inOrder.findIndex((first) => first.points === points) }))
    .filter(({ place }) => place <= places)
    .slice(0, MOST_PLACES);
}
