import { chanceFrom } from '../src/voting/chance-from.ts';
import { drawBoard } from '../src/voting/duel-board.ts';
import type { DuelSum } from '../src/voting/duel-store.ts';
import type { Figure } from './figure.ts';
import { MANNERS, type Manner, type Outcome, runBrigade } from './support/brigade.ts';
import { load, percentile } from './support/processor-time.ts';

const SHARES = [0.05, 0.2, 0.5];
const SEEDS = 8;
const ROUNDS = 5;
const BOARDS = [
  { clips: 100, pairs: 1000 },
  { clips: 500, pairs: 5000 },
];

/** How far brigades move a clip, and what a board of duels takes to draw. */
export async function figures(): Promise<Figure[]> {
  const brigades = MANNERS.flatMap((manner) => SHARES.map((share) => brigade(manner, share)));
  const boards: Figure[] = [];
  for (const each of BOARDS) boards.push(await board(each));
  return [...brigades, ...boards];
}

function brigade(manner: Manner, share: number): Figure {
  const runs = Array.from({ length: SEEDS }, (_, seed) => runBrigade({ manner, share }, `seed ${seed}`));
  const mean = (of: (run: Outcome) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const points = (of: 'watched' | 'unwatched') => mean((run) => run[of].points - run.honest.points);
  const places = (of: 'watched' | 'unwatched') => mean((run) => run.honest.place - run[of].place).toFixed(1);
  const percent = (of: (run: Outcome) => number) => `${Math.round(100 * mean(of))} %`;
  return {
    name: `brigade-${manner}-${share * 100}`,
    ...{ value: points('watched'), unit: 'points', limit: points('unwatched') },
    ...{ ratio: points('watched') / points('unwatched'), target: null },
    note: `moved of 100, of what it moves unwatched; ${places('watched')} places instead of ${places('unwatched')} of 40; held: ${percent(({ fakesHeld }) => fakesHeld)} of its votes, ${percent(({ othersHeld }) => othersHeld)} of all others’; ${SEEDS} runs`,
  };
}

async function board({ clips, pairs }: { clips: number; pairs: number }): Promise<Figure> {
  const chance = chanceFrom(`${clips} clips`);
  const any = () => Math.floor(chance() * clips);
  const sums = Array.from({ length: pairs }, (): DuelSum => {
    const [first, second] = [`${any()}`, `${any()}`];
    return { first, second, firstWins: Math.floor(chance() * 5), secondWins: Math.floor(chance() * 5), neither: 0 };
  });
  const ids = Array.from({ length: clips }, (_, each) => `${each}`);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await drawBoard(ids, sums);
    times.push(performance.now() - began);
  }
  return {
    name: `duel-board-${clips}`,
    ...{ value: percentile(times, 50), unit: 'ms', limit: null, ratio: null, target: null },
    note: `drawing a board of ${clips} clips from ${pairs} pairs, median of ${ROUNDS}, ${load()}`,
  };
}
