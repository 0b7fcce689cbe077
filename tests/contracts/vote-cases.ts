import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { CastVote, Suspicion } from '../../src/voting/case-store.ts';
import { pairOf } from '../../src/voting/duel-store.ts';
import { at, create, type StoreOf, someAsked } from './store-samples.ts';
import { DELIVERED } from './vote-store.ts';

/** Votes that are held until a curator has looked at them, wherever they are kept. */
export function voteCaseContract(open: StoreOf): void {
  const burst = async ({ voteCases }: Store, id: string): Promise<Suspicion> => ({
    pattern: 'burst',
    votes: (await voteCases.votesSince(at(0)))
      .filter(({ target }) => target.endsWith(`:${id}`))
      .map((vote): CastVote => ({ ...vote, since: vote.at })),
  });
  const by = { curator: 'Noor', reason: 'looked at it', at: at(9) };

  it('do not count while they are held, count when released, and never when void', async () => {
    const store = open();
    const { votes, voteCases, requests } = store;
    const { id } = await create(store, someAsked(), 'prompt-screened');
    const target = { kind: 'request', id } as const;
    for (const voter of ['a', 'b', 'c']) await votes.cast(target, `room:${voter}`, at(1));
    const wanted = async () =>
      (await requests.page({ of: ['in-review'], order: 'most-wanted', limit: 500, after: null })).requests;
    const place = async () => [
      (await votes.tallies([target]))[0]?.votes,
      (await wanted()).some((each) => each.id === id),
    ];
    const caseId = `case-${id}`;
    const suspicion = await burst(store, id);
    expect(await voteCases.hold(caseId, suspicion, at(2))).toBe(3);
    expect(await voteCases.hold(`other-${id}`, suspicion, at(3))).toBe(0);
    expect(await place()).toEqual([0, true]);
    expect(await votes.heldFor([target], 'room:a')).toEqual([{ heldVotes: 3, voteHeld: true }]);
    expect(await votes.heldFor([{ kind: 'clip', id }, target], 'room:e')).toEqual([
      { heldVotes: 0, voteHeld: false },
      { heldVotes: 3, voteHeld: false },
    ]);
    // Taken back and cast again, it is the same vote; one that came later joins the open case.
    await votes.withdraw(target, 'room:a');
    await votes.cast(target, 'room:a', at(4));
    await votes.cast(target, 'room:d', at(4));
    expect((await votes.tallies([target]))[0]?.votes).toBe(1);
    expect(await voteCases.hold(`third-${id}`, await burst(store, id), at(5))).toBe(1);
    const found = async () => (await voteCases.list(500)).find((each) => each.id === caseId);
    expect(await found()).toMatchObject({ standing: 'held', votes: 4, voters: 4, targets: [`request:${id}`] });
    expect(await voteCases.settle(caseId, 'released', by)).toBe('settled');
    expect(await voteCases.settle(caseId, 'released', by)).toBe('already');
    expect(await voteCases.settle('none', 'void', by)).toBe('unknown');
    expect((await votes.tallies([target]))[0]?.votes).toBe(4);
    expect(await votes.heldFor([target], 'room:a')).toEqual([{ heldVotes: 0, voteHeld: false }]);
    expect(await voteCases.settle(caseId, 'void', by)).toBe('settled');
    expect((await votes.tallies([target]))[0]?.votes).toBe(0);
    expect((await found())?.acts.map(({ act, curator, votes: count }) => [act, curator, count])).toEqual([
      ['held', null, 3],
      ['held', null, 1],
      ['released', 'Noor', 4],
      ['void', 'Noor', 4],
    ]);
  });

  it('hold answers about pairs too', async () => {
    const store = open();
    const callId = someAsked().id;
    const [one, two] = [
      await create(store, someAsked({ callId }), ...DELIVERED),
      await create(store, someAsked({ callId }), ...DELIVERED),
    ];
    const pair = pairOf(one.id, two.id);
    await store.duels.answer('room:a', { ...pair, callId, answer: 'first', at: at(1) });
    await store.duels.answer('room:b', { ...pair, callId, answer: 'second', at: at(1) });
    const mark = await store.duels.mark(callId);
    expect(await store.voteCases.hold(`case-${callId}`, await burst(store, pair.first), at(2))).toBe(1);
    expect(await store.duels.sums(callId)).toEqual([{ ...pair, firstWins: 0, secondWins: 1, neither: 0 }]);
    expect(await store.duels.mark(callId)).not.toBe(mark);
    const held = (voter: string) => store.duels.heldIn(callId, voter);
    expect(await held('room:a')).toEqual({ heldAnswers: 1, answerHeld: true });
    expect(await held('room:b')).toEqual({ heldAnswers: 1, answerHeld: false });
    expect(await store.duels.heldIn('none', 'room:a')).toEqual({ heldAnswers: 0, answerHeld: false });
    await store.voteCases.settle(`case-${callId}`, 'released', by);
    expect(await held('room:a')).toEqual({ heldAnswers: 0, answerHeld: false });
  });
}
