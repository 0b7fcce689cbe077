import { setImmediate as othersTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { winsBy } from '../../../src/voting/bradley-terry.ts';
import { chanceFrom } from '../../../src/voting/chance-from.ts';
import { choosePair, teaches } from '../../../src/voting/choose-pair.ts';
import { drawBoard } from '../../../src/voting/duel-board.ts';
import { type DuelSum, pairKey, pairOf } from '../../../src/voting/duel-store.ts';

const sum = (first: string, second: string, firstWins: number, secondWins: number, neither = 0): DuelSum => ({
  ...{ first, second, firstWins, secondWins, neither },
});
const nothing = { answered: new Set<string>(), sums: [] };

describe('the board', () => {
  it('says a place where it is certain, and from which to which where it is not', async () => {
    const { lines } = await drawBoard(
      ['a', 'b', 'c', 'd'],
      [sum('a', 'b', 400, 100), sum('b', 'c', 4, 3), sum('a', 'c', 400, 100)],
    );
    expect(lines.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['a', 1, 1],
      ['b', 2, 3],
      ['c', 2, 3],
    ]);
    for (const { low, share, high } of lines) expect([low, share, high].toSorted()).toEqual([low, share, high]);
  });

  it('leaves out who was in no duel, and calls nothing certain after one', async () => {
    const { lines, strengths } = await drawBoard(['a', 'b', 'c'], [sum('a', 'b', 1, 0), sum('a', 'gone', 9, 0)]);
    expect(lines.map(({ id, from, to, duels }) => [id, from, to, duels])).toEqual([
      ['a', 1, 2, 1],
      ['b', 1, 2, 1],
    ]);
    expect(strengths).toHaveLength(3);
  });

  it('is drawn without keeping everybody else waiting', async () => {
    const ids = Array.from({ length: 300 }, (_, each) => `${each}`);
    const sums = ids.flatMap((id, each) => [1, 7, 31].map((step) => sum(id, ids[(each + step) % 300] ?? '', 3, 2)));
    let [turns, drawn] = [0, false];
    const drawing = drawBoard(ids, sums).then(() => {
      drawn = true;
    });
    for (; !drawn; turns += 1) await othersTurn();
    await drawing;
    expect(turns).toBeGreaterThan(3);
  });
});

describe('the next pair', () => {
  const at = (id: string, strength: number, deviation: number) => ({ id, strength, deviation, duels: 1 });

  it('is one that teaches: near each other, and uncertain', () => {
    expect(teaches(at('a', 0, 1), at('b', 0, 1), 0)).toBeGreaterThan(teaches(at('a', 0, 1), at('b', 3, 1), 0));
    expect(teaches(at('a', 0, 1), at('b', 0, 1), 0)).toBeGreaterThan(teaches(at('a', 0, 0.2), at('b', 0, 0.2), 0));
    expect(teaches(at('a', 0, 1), at('b', 0, 1), 0)).toBeGreaterThan(teaches(at('a', 0, 1), at('b', 0, 1), 5));
    const clips = [at('a', 0, 1), at('b', 0, 1), at('c', 6, 0.1), at('d', -6, 0.1)];
    for (let seed = 0; seed < 20; seed += 1) {
      expect(choosePair(clips, { ...nothing, chance: chanceFrom(`${seed}`) })?.toSorted()).toEqual(['a', 'b']);
    }
  });

  it('comes in either order, and never again once it was answered', () => {
    const clips = Array.from({ length: 7 }, (_, place) => at(`${place}`, 0, 1));
    const answered = new Set<string>();
    const sides = new Set<boolean>();
    for (let round = 0; round < 21; round += 1) {
      const pair = choosePair(clips, { answered, sums: [], chance: chanceFrom(`round ${round}`) });
      const [left = '', right = ''] = pair ?? [];
      const key = pairKey(pairOf(left, right));
      expect(answered.has(key)).toBe(false);
      answered.add(key);
      sides.add(left < right);
    }
    expect(sides.size).toBe(2);
    expect(choosePair(clips, { answered, sums: [], chance: chanceFrom('over') })).toBeNull();
    expect(choosePair(clips.slice(0, 1), { ...nothing, chance: chanceFrom('one') })).toBeNull();
  });

  it('is found among a thousand, and there rather among the uncertain', () => {
    const clips = Array.from({ length: 1000 }, (_, place) => at(`${place}`, 0, place < 100 ? 1 : 0.05));
    const chosen = Array.from({ length: 20 }, (_, seed) =>
      choosePair(clips, { ...nothing, chance: chanceFrom(`${seed}`) }),
    );
    expect(chosen.flat().every((id) => Number(id) < 100)).toBe(true);
  });

  it('is rather one that people could tell apart', () => {
    const clips = [at('a', 0, 1), at('b', 0, 1), at('c', 0, 1)];
    const sums = [sum('a', 'b', 0, 0, 40), sum('a', 'c', 0, 0, 40)];
    for (let seed = 0; seed < 20; seed += 1) {
      expect(choosePair(clips, { answered: new Set(), sums, chance: chanceFrom(`${seed}`) })?.toSorted()).toEqual([
        'b',
        'c',
      ]);
    }
  });

  it('leaves less uncertain after as many answers than chance does', async () => {
    const truth = Array.from({ length: 30 }, (_, place) => 2 - place / 7.5);
    const ids = truth.map((_, place) => `${place}`);
    const doubtAfter = async (answers: number, learns: boolean, seed: string) => {
      const chance = chanceFrom(seed);
      const met = new Map<string, DuelSum>();
      for (let answer = 0; answer < answers; answer += 1) {
        const sums = [...met.values()];
        const chosen = learns
          ? choosePair((await drawBoard(ids, sums)).strengths, { answered: new Set(), sums, chance })
          : null;
        const [left = '', right = ''] = chosen ?? ids.toSorted(() => chance() - 0.5);
        const pair = pairOf(left, right);
        const wins = chance() < winsBy((truth[Number(pair.first)] ?? 0) - (truth[Number(pair.second)] ?? 0));
        const before = met.get(pairKey(pair)) ?? sum(pair.first, pair.second, 0, 0);
        const field = wins ? 'firstWins' : 'secondWins';
        met.set(pairKey(pair), { ...before, [field]: before[field] + 1 });
      }
      const { strengths } = await drawBoard(ids, [...met.values()]);
      return strengths.reduce((sum, { deviation }) => sum + deviation, 0);
    };
    const doubt = async (learns: boolean) => (await doubtAfter(50, learns, '0')) + (await doubtAfter(50, learns, '1'));
    expect(await doubt(true)).toBeLessThan(await doubt(false));
  });
});
