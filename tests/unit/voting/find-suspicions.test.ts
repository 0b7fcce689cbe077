import { describe, expect, it } from 'vitest';
import { MANNERS, runBrigade } from '../../../bench/support/brigade.ts';
import { accountSince } from '../../../src/voting/account-since.ts';
import type { CastVote } from '../../../src/voting/case-store.ts';
import { findSuspicions } from '../../../src/voting/find-suspicions.ts';
import { mayVote } from '../../../src/voting/may-vote.ts';

const HOUR_MS = 3_600_000;
const vote = (voter: string, target: string, more: Partial<CastVote> = {}): CastVote => ({
  ...{ voter, target, owner: `owner of ${target}`, at: 0, since: -9e11, row: `${target} ${voter}` },
  ...more,
});
const patterns = (votes: readonly CastVote[]) => findSuspicions(votes).map(({ pattern }) => pattern);
/** What others vote for meanwhile, each for two of twenty. */
const everybodyElse = Array.from({ length: 200 }, (_, each) => [
  vote(`m${each}`, `t${each % 20}`, { at: each * HOUR_MS }),
  vote(`m${each}`, `t${(each * 7 + 3) % 20}`, { at: each * HOUR_MS }),
]).flat();

describe('what looks agreed upon', () => {
  it.each(MANNERS)('is seen in a brigade that goes about it %s, as far as it can be', (manner) => {
    for (const share of [0.05, 0.2, 0.5]) {
      const { honest, watched, unwatched, fakesHeld, othersHeld } = runBrigade({ manner, share }, 'seed');
      expect(othersHeld).toBe(0);
      expect(unwatched.place).toBeLessThan(honest.place);
      // Who takes the trouble to look like everybody else is not told from them: that is the limit of it.
      if (manner === 'careful') expect(fakesHeld).toBe(0);
      else expect([fakesHeld, watched]).toEqual([1, honest]);
    }
  });

  it('is not seen where nobody agreed on anything', () => {
    for (const seed of ['a', 'b', 'c']) {
      expect(runBrigade({ manner: 'careful', share: 0 }, seed).othersHeld).toBe(0);
    }
    expect(patterns(everybodyElse)).toEqual([]);
  });

  it('is not a rush of new people who vote for what everybody likes, nor a few friends', () => {
    const fresh = (count: number, target: (each: number) => string) =>
      Array.from({ length: count }, (_, each) => vote(`new ${each}`, target(each), { at: 5, since: 0 }));
    expect(patterns([...everybodyElse, ...fresh(60, (each) => `t${each % 20}`)])).toEqual([]);
    expect(patterns([...everybodyElse, ...fresh(6, () => 't3')])).toEqual([]);
    expect(patterns([...everybodyElse, ...fresh(20, () => 't3')])).toEqual(['burst']);
    const slow = fresh(20, () => 't3').map((each, place) => ({
      ...each,
      at: place * 2 * HOUR_MS,
      since: place * 2 * HOUR_MS,
    }));
    expect(patterns([...everybodyElse, ...slow])).toEqual([]);
  });

  it('is people who vote for one another, unless they vote for others as much', () => {
    const circle = ['a', 'b', 'c', 'd'];
    const among = circle.flatMap((voter) =>
      circle.filter((owner) => owner !== voter).map((owner) => vote(voter, `clip of ${owner}`, { owner })),
    );
    expect(patterns([...everybodyElse, ...among])).toContain('mutual');
    const others = circle.flatMap((voter, place) =>
      Array.from({ length: 6 }, (_, each) => vote(voter, `t${(place * 5 + each * 3) % 20}`)),
    );
    expect(patterns([...everybodyElse, ...among, ...others])).toEqual([]);
  });
});

describe('an account', () => {
  it('tells its age by its id where it does', () => {
    expect(accountSince('discord:175928847299117063')).toBe(Date.parse('2016-04-30T11:18:25.796Z'));
    expect(accountSince(`room:${Date.parse('2026-11-26').toString(36).padStart(9, '0')}abcdefghijkl`)).toBe(
      Date.parse('2026-11-26'),
    );
    expect(accountSince('room:somebody')).toBeNull();
    expect(accountSince('x:12345678901234567')).toBeNull();
  });

  it('must be as old as is asked, where that is known', () => {
    const now = new Date('2026-11-26T00:00:00.000Z');
    const limits = { accountDays: 7, membershipDays: 2 };
    const of = (accountSince: string | null, memberSince: string | null) =>
      mayVote({ accountSince, memberSince }, limits, now);
    expect(of('2026-11-20T00:00:00.000Z', null)).toBe('account-too-new');
    expect(of('2026-11-01T00:00:00.000Z', '2026-11-25T00:00:00.000Z')).toBe('member-too-new');
    expect(of('2026-11-19T00:00:00.000Z', '2026-11-24T00:00:00.000Z')).toBe('yes');
    expect(of(null, null)).toBe('yes');
  });
});
