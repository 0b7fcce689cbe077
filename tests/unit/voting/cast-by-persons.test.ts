import { describe, expect, it } from 'vitest';
import type { KeptVote } from '../../../src/voting/case-store.ts';
import { castByPersons } from '../../../src/voting/cast-by-persons.ts';
import { findSuspicions } from '../../../src/voting/find-suspicions.ts';

const HOUR_MS = 3_600_000;
const vote = (account: string, target: string, { voter = account, at = 0 } = {}): KeptVote => ({
  ...{ account, voter, target, at, owner: `owner of ${target}`, row: `clip ${target} ${account}` },
});
/** What others vote for meanwhile, each for three of twenty. */
const everybodyElse = Array.from({ length: 200 }, (_, each) =>
  [each, each * 7 + 3, each * 11 + 5].map((target) => vote(`m${each}`, `t${target % 20}`)),
).flat();
const found = (votes: readonly KeptVote[]) =>
  findSuspicions(castByPersons([...everybodyElse, ...votes])).map(({ pattern, votes: held }) => [pattern, held.length]);

describe('votes of persons', () => {
  const favourites = ['t1', 't5', 'a', 'b', 'c', 'd'];

  it('are no ring where all accounts are one’s own', () => {
    const from = (voter?: string) =>
      Array.from({ length: 8 }, (_, each) =>
        favourites.map((target) => vote(`mine${each}`, target, voter === undefined ? {} : { voter })),
      ).flat();
    expect(found(from())).toEqual([['ring', 48]]);
    expect(found(from('me'))).toEqual([]);
  });

  it('are a ring where each of it votes from several accounts, a part from each', () => {
    const ring = Array.from({ length: 8 }, (_, each) =>
      favourites.map((target, place) =>
        vote(`one${each} of ${place % 3}`, target, { voter: `one${each}`, at: (each * 6 + place) * HOUR_MS }),
      ),
    ).flat();
    expect(found(ring.map((each) => ({ ...each, voter: each.account })))).toEqual([]);
    expect(found(ring)).toEqual([['ring', 48]]);
  });

  it('are the first for each target, by who has been here as long as the oldest of the accounts', () => {
    const [early, late] = [vote('a', 't', { voter: 'me', at: 5 }), vote('b', 't', { voter: 'me', at: 9 })];
    expect(
      castByPersons([late, early, vote('b', 'u', { voter: 'me', at: 3 })]).map(({ row, since }) => [row, since]),
    ).toEqual([
      ['clip u b', 3],
      ['clip t a', 3],
    ]);
  });
});
