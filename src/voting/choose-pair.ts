import { type Strength, winsBy } from './bradley-terry.ts';
import { type DuelSum, pairKey, pairOf } from './duel-store.ts';

/** Of so many clips all pairs are weighed; of more, so many are drawn first, the uncertain ones rather. */
const WEIGHED = 64;

export interface PairChoice {
  /** Keys of the pairs that must not come (again). */
  answered: ReadonlySet<string>;
  sums: readonly DuelSum[];
  /** At random from 0 up to 1. */
  chance: () => number;
}

/**
 * The pair whose answer is likely to teach most, in the order in which it is shown; null where there is none left. Half
 * of it is chance: otherwise everybody who looks at the same time would be asked the same.
 */
export function choosePair(
  clips: readonly Strength[],
  { answered, sums, chance }: PairChoice,
): [left: string, right: string] | null {
  const known = new Map(sums.map((sum) => [pairKey(sum), sum]));
  const drawn = draw(clips, chance);
  let best: { one: string; other: string; worth: number } | null = null;
  for (const [one, other] of pairsOf(drawn)) {
    const key = pairKey(pairOf(one.id, other.id));
    if (answered.has(key)) continue;
    const met = known.get(key);
    const told = met ? met.firstWins + met.secondWins : 0;
    const worth = teaches(one, other, told) * (met ? tellsSomething(met) : 1) * (0.5 + chance() / 2);
    if (best === null || worth > best.worth) best = { one: one.id, other: other.id, worth };
  }
  const chosen = best ?? anyLeft(clips, answered);
  if (chosen === null) return null;
  return chance() < 0.5 ? [chosen.one, chosen.other] : [chosen.other, chosen.one];
}

/**
 * By how much an answer is expected to narrow down which of them is better, in natural units of information. What they
 * were compared before counts twice, which is on the safe side: how much the two deviations go together is not looked up.
 */
export function teaches(
  one: Pick<Strength, 'strength' | 'deviation'>,
  other: Pick<Strength, 'strength' | 'deviation'>,
  duels: number,
): number {
  const chance = winsBy(one.strength - other.strength);
  const each = chance * (1 - chance);
  const variance = 1 / (1 / (one.deviation ** 2 + other.deviation ** 2) + duels * each);
  return Math.log1p(variance * each) / 2;
}

/** The share of members who could tell the two apart. */
function tellsSomething({ firstWins, secondWins, neither }: DuelSum): number {
  const told = firstWins + secondWins;
  return (told + 1) / (told + neither + 1);
}

function draw(clips: readonly Strength[], chance: () => number): readonly Strength[] {
  if (clips.length <= WEIGHED) return clips;
  // The weight is in the exponent (Efraimidis and Spirakis, 2006).
  return clips
    .map((clip) => ({ clip, key: chance() ** (1 / clip.deviation ** 2) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, WEIGHED)
    .map(({ clip }) => clip);
}

function* pairsOf(clips: readonly Strength[]): Generator<[Strength, Strength]> {
  for (const [place, one] of clips.entries()) {
    for (const other of clips.slice(place + 1)) yield [one, other];
  }
}

/** For those who have answered nearly everything. */
function anyLeft(clips: readonly Strength[], answered: ReadonlySet<string>): { one: string; other: string } | null {
  for (const [one, other] of pairsOf(clips)) {
    if (!answered.has(pairKey(pairOf(one.id, other.id)))) return { one: one.id, other: other.id };
  }
  return null;
}
