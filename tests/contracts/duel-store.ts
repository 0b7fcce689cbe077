import { expect, it } from 'vitest';
import { type AnsweredDuel, pairOf } from '../../src/voting/duel-store.ts';
import { NOW } from '../samples/requests.ts';
import { at, create, type StoreOf, someAsked } from './store-samples.ts';
import { DELIVERED } from './vote-store.ts';

/** Answers about two clips, wherever they are kept. */
export function duelStoreContract(open: StoreOf): void {
  const duel = (callId: string, answer: AnsweredDuel['answer'], ids = ['a', 'b']): AnsweredDuel => ({
    ...{ callId, answer, at: NOW },
    ...pairOf(`${callId}-${ids[0]}`, `${callId}-${ids[1]}`),
  });

  it('keeps one answer of a voter about a pair: the first', async () => {
    const { duels } = open();
    const callId = someAsked().id;
    const voter = `room:${callId}`;
    expect(await duels.answer(voter, duel(callId, 'first'))).toBe('answered');
    expect(await duels.answer(voter, duel(callId, 'second'))).toBe('already');
    const many = await Promise.all(Array.from({ length: 8 }, () => duels.answer('room:b', duel(callId, 'second'))));
    expect(many.filter((outcome) => outcome === 'answered')).toHaveLength(1);
    await duels.answer('room:c', duel(callId, 'neither'));
    await duels.answer('room:c', duel(callId, 'second', ['c', 'b']));
    expect(await duels.sums(callId)).toEqual([
      { ...pairOf(`${callId}-a`, `${callId}-b`), firstWins: 1, secondWins: 1, neither: 1 },
      { ...pairOf(`${callId}-c`, `${callId}-b`), firstWins: 0, secondWins: 1, neither: 0 },
    ]);
    expect(await duels.answeredBy(voter)).toEqual([duel(callId, 'first')]);
    expect(await duels.sums('none')).toEqual([]);
  });

  it('tells by its mark whether an answer came, and in which call', async () => {
    const { duels } = open();
    const [callId, other] = [someAsked().id, someAsked().id];
    const marks = [await duels.mark(callId)];
    await duels.answer('room:a', duel(other, 'first'));
    expect(await duels.mark(callId)).toBe(marks[0]);
    await duels.answer('room:a', duel(callId, 'first'));
    expect(await duels.mark(callId)).not.toBe(marks[0]);
  });

  it('has the clips that were delivered in a call compete, newest first', async () => {
    const { duels } = open();
    const callId = someAsked().id;
    const delivered = (seconds: number) => create(open(), someAsked({ callId, askedAt: at(seconds) }), ...DELIVERED);
    const clips = [await delivered(0), await delivered(1), await delivered(2)];
    await create(open(), someAsked({ callId }), 'prompt-screened');
    await create(open(), someAsked({ callId }), ...DELIVERED, 'taken-down');
    // The same clip once more, for whoever asked for the same.
    await create(open(), someAsked({ callId }), 'prompt-screened', 'merged', 'fate-shared', 'reply-posted');
    const keys = clips.map(({ id, requester }) => ({ id, requester: `room:${requester.id}` })).toReversed();
    expect(await duels.contenders(callId, 10)).toEqual(keys);
    expect(await duels.contenders(callId, 2)).toEqual(keys.slice(0, 2));
    expect(await duels.calls()).toContainEqual({ callId, clips: 3 });
    const alone = someAsked().id;
    await create(open(), someAsked({ callId: alone }), ...DELIVERED);
    expect((await duels.calls()).map((each) => each.callId)).not.toContain(alone);
  });
}
