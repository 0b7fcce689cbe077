import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateClips, winsBy } from '../../../src/voting/bradley-terry.ts';
import { chanceFrom } from '../../../src/voting/chance-from.ts';
import type { DuelSum } from '../../../src/voting/duel-store.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const clip = fc.constantFrom(...IDS);
const vote = fc
  .tuple(clip, clip, fc.constantFrom('first', 'second', 'neither'))
  .filter(([one, other]) => one !== other)
  .map(([first, second, answer]): DuelSum => ({ ...only(first, second), [FIELD[answer]]: 1 }));
const votes = fc.array(vote, { maxLength: 60 });

const FIELD = { first: 'firstWins', second: 'secondWins', neither: 'neither' } as const;
const only = (first: string, second: string): DuelSum => ({ first, second, firstWins: 0, secondWins: 0, neither: 0 });
const strengthsOf = async (cast: readonly DuelSum[]) => {
  const rated = new Map((await rateClips(IDS, cast)).map(({ id, strength }) => [id, strength]));
  return (id: string) => rated.get(id) ?? Number.NaN;
};
const shuffled = <T>(all: readonly T[], seeds: readonly number[]): T[] =>
  all
    .map((each, place) => ({ each, seed: seeds[place % seeds.length] ?? 0 }))
    .sort((a, b) => a.seed - b.seed)
    .map(({ each }) => each);
const seeds = fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 });

describe('strengths', () => {
  it('are the same to the last bit whatever the order of votes, of clips, and of a pair', async () => {
    await fc.assert(
      fc.asyncProperty(votes, seeds, async (cast, order) => {
        const turned = cast.map((sum, place) => ((order[place] ?? 0) % 2 === 0 ? sum : { ...sum, ...turn(sum) }));
        expect(await rateClips(shuffled(IDS, order), shuffled(turned, order))).toEqual(await rateClips(IDS, cast));
      }),
    );
  });

  it('are the same from single rows as from their sums', async () => {
    await fc.assert(
      fc.asyncProperty(votes, async (cast) => {
        expect(await rateClips(IDS, summed(cast))).toEqual(await rateClips(IDS, cast));
      }),
    );
  });

  it('go with the clip, whatever it is called', async () => {
    await fc.assert(
      fc.asyncProperty(votes, fc.shuffledSubarray(IDS, { minLength: IDS.length }), async (cast, names) => {
        const called = (id: string) => names[IDS.indexOf(id)] ?? '';
        const renamed = cast.map((sum) => ({ ...sum, first: called(sum.first), second: called(sum.second) }));
        const [strengthOf, nowOf] = [await strengthsOf(cast), await strengthsOf(renamed)];
        for (const id of IDS) expect(nowOf(called(id))).toBeCloseTo(strengthOf(id), 7);
      }),
    );
  });

  it('never fall by a win, and no other clip overtakes by it', async () => {
    await fc.assert(
      fc.asyncProperty(votes, vote, async (cast, { first, second }) => {
        const early = await strengthsOf(cast);
        const late = await strengthsOf([...cast, { ...only(first, second), firstWins: 1 }]);
        const rise = late(first) - early(first);
        expect(rise).toBeGreaterThan(0);
        for (const id of IDS) expect(late(id) - early(id)).toBeLessThanOrEqual(rise + 1e-7);
        expect(late(second)).toBeLessThan(early(second));
      }),
    );
  });

  it('are what the votes say where there are many, and as sure as a count of them is', async () => {
    const cast = [{ ...only('a', 'b'), firstWins: 7500, secondWins: 2500 }];
    const strengthOf = await strengthsOf(cast);
    expect(winsBy(strengthOf('a') - strengthOf('b'))).toBeCloseTo(0.75, 2);
    // By the binomial law the difference deviates by 1 / sqrt(n p q); each of the two lies half of it from their middle.
    const [first] = await rateClips(['a', 'b'], cast);
    expect(first?.deviation).toBeCloseTo(1 / Math.sqrt(10_000 * 0.75 * 0.25) / 2, 3);
  });

  it('know nothing of clips that nobody could tell apart, or that never met', async () => {
    const cast = [{ ...only('a', 'b'), neither: 50 }];
    for (const each of await rateClips(IDS, cast))
      expect(each).toMatchObject({ strength: 0, deviation: Math.sqrt(1 - 1 / 7), duels: 0 });
    expect(await rateClips([], [])).toEqual([]);
  });

  it('cover the truth as often as they say', async () => {
    const chance = chanceFrom('cover');
    // Drawn from the prior itself: a sum of twelve is near enough to the normal law.
    const drawn = () => Array.from({ length: 12 }, chance).reduce((sum, each) => sum + each, -6);
    let covered = 0;
    const rounds = 150;
    for (let round = 0; round < rounds; round += 1) {
      const truth = IDS.map(drawn);
      const mean = truth.reduce((sum, each) => sum + each, 0) / IDS.length;
      const cast = Array.from({ length: 80 }, () => {
        const one = Math.floor(chance() * IDS.length);
        const other = (one + 1 + Math.floor(chance() * (IDS.length - 1))) % IDS.length;
        const wins = chance() < winsBy((truth[one] ?? 0) - (truth[other] ?? 0));
        return { ...only(IDS[one] ?? '', IDS[other] ?? ''), [wins ? 'firstWins' : 'secondWins']: 1 };
      });
      for (const { id, strength, deviation } of await rateClips(IDS, cast)) {
        if (Math.abs(strength - ((truth[IDS.indexOf(id)] ?? 0) - mean)) <= 1.96 * deviation) covered += 1;
      }
    }
    expect(covered / (rounds * IDS.length)).toBeGreaterThan(0.93);
    expect(covered / (rounds * IDS.length)).toBeLessThan(0.98);
  });
});

function turn({ first, second, firstWins, secondWins }: DuelSum) {
  return { first: second, second: first, firstWins: secondWins, secondWins: firstWins };
}

function summed(cast: readonly DuelSum[]): DuelSum[] {
  const sums = new Map<string, DuelSum>();
  for (const each of cast) {
    const key = `${each.first}/${each.second}`;
    const before = sums.get(key) ?? only(each.first, each.second);
    sums.set(key, {
      ...before,
      firstWins: before.firstWins + each.firstWins,
      secondWins: before.secondWins + each.secondWins,
      neither: before.neither + each.neither,
    });
  }
  return [...sums.values()];
}
