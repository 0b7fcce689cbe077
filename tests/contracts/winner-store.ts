import { expect, it } from 'vitest';
import type { FoundWinners } from '../../src/voting/winner-store.ts';
import { at, type StoreOf, someAsked } from './store-samples.ts';

/** Who won which call, wherever it is kept. */
export function winnerStoreContract(open: StoreOf): void {
  const found = (callId: string, changes: Partial<FoundWinners> = {}): FoundWinners => ({
    ...{ callId, closedAt: at(0), foundAt: at(1), by: 'votes', winners: [{ id: 'one', place: 1 }] },
    ...changes,
  });

  it('keeps what was found first after an end of a call, until that has another end', async () => {
    const { winners } = open();
    const [callId, other] = [someAsked().id, someAsked().id];
    expect(await winners.of([callId])).toEqual([]);
    const many = await Promise.all(Array.from({ length: 4 }, () => winners.keep(found(callId))));
    expect(many.filter((outcome) => outcome === 'kept')).toHaveLength(1);
    expect(await winners.keep(found(callId, { winners: [{ id: 'two', place: 1 }] }))).toBe('already');
    await winners.keep(found(other, { by: 'duels', winners: [] }));
    expect(await winners.of([callId, other, 'none'])).toEqual(
      expect.arrayContaining([found(callId), found(other, { by: 'duels', winners: [] })]),
    );
    const later = found(callId, { closedAt: at(9), foundAt: at(10), winners: [{ id: 'two', place: 1 }] });
    expect(await winners.keep(later)).toBe('kept');
    expect(await winners.of([callId])).toEqual([later]);
    expect(await winners.of([])).toEqual([]);
  });
}
