import { rateClips, type Strength, winsBy } from './bradley-terry.ts';
import type { DuelSum } from './duel-store.ts';
import { CONFIDENCE_Z } from './ranking.ts';

/** A clip on the board. Shares are of duels against an average clip that it wins. */
export interface BoardLine {
  id: string;
  share: number;
  /** Between these the share lies with a confidence of 95 %. */
  low: number;
  high: number;
  /** The best and the worst place that it may have; the same where its place is certain. */
  from: number;
  to: number;
  duels: number;
}

/** What duels say of the clips of a call. */
export interface DuelBoard {
  /** Those that were in a duel, best first. */
  lines: BoardLine[];
  /** All of them, for the choice of the next pair. */
  strengths: Strength[];
  sums: readonly DuelSum[];
}

export async function drawBoard(ids: readonly string[], sums: readonly DuelSum[]): Promise<DuelBoard> {
  const strengths = await rateClips(ids, sums);
  const compared = strengths
    .filter(({ duels }) => duels > 0)
    .map(({ id, strength, deviation, duels }) => ({
      ...{ id, strength, duels },
      low: strength - CONFIDENCE_Z * deviation,
      high: strength + CONFIDENCE_Z * deviation,
    }));
  const lows = compared.map(({ low }) => low).sort((a, b) => a - b);
  const highs = compared.map(({ high }) => high).sort((a, b) => a - b);
  const lines = compared.map(({ id, strength, low, high, duels }) => ({
    ...{ id, duels },
    ...{ share: winsBy(strength), low: winsBy(low), high: winsBy(high) },
    // Ahead for certain is whoever is better at worst than this one at best.
    from: 1 + (lows.length - countUpTo(lows, high)),
    to: compared.length - countBelow(highs, low),
  }));
  return { lines, strengths, sums };
}

/** Answers that told which was better. */
export function answersCounted(sums: readonly DuelSum[]): number {
  return sums.reduce((sum, { firstWins, secondWins }) => sum + firstWins + secondWins, 0);
}

/** Of numbers in order, how many are at most so much. */
function countUpTo(numbers: readonly number[], most: number): number {
  return search(numbers, (number) => number <= most);
}

function countBelow(numbers: readonly number[], limit: number): number {
  return search(numbers, (number) => number < limit);
}

/** How many at the beginning are so. */
function search(numbers: readonly number[], holds: (number: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(numbers[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
