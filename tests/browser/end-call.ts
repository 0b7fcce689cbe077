import type { Call } from '../../src/calls/call.ts';
import type { Store } from '../../src/store/store.ts';
import { findWinners, winnersIn } from '../../src/voting/find-winners.ts';
import { waitUntil } from '../services.ts';

/** A call with what is made in it, over by now; its reel is the best clip, since joining them takes longer than a look. */
export async function endCall(store: Store, id: string, make: () => Promise<unknown>): Promise<void> {
  const clock = () => new Date();
  const call: Call = {
    ...{
      id,
      theme: { en: 'Kites and kettles', ar: 'طائرات وأباريق' },
      opensAt: new Date(Date.now() - 1000).toISOString(),
    },
    ...{ closesAt: null, budgetUsd: null, caps: {}, places: null, engine: null, choosingHours: 0 },
  };
  await store.calls.save(call);
  await make();
  const [best] = await store.requests.list({ callId: id, states: ['delivered'], order: 'oldest', limit: 1 });
  if (best?.state !== 'delivered') throw new Error('Nothing was made in the call');
  await store.votes.cast({ kind: 'clip', id: best.id }, 'room:an-earlier-visitor', clock().toISOString());
  const over = { ...call, version: 1, closesAt: clock().toISOString() };
  await store.calls.save(over);
  await waitUntil(async () => {
    await findWinners({ ...store, clock });
    return winnersIn(over, await store.winners.of([id])) !== null;
  }, 'Who won');
  const { width, height, seconds, caption, altText, engine, master, poster } = best.clip;
  await store.reels.keep({
    ...{ callId: id, requestIds: [best.id], promptHash: '0'.repeat(64), madeAt: clock().toISOString() },
    ...{ width, height, seconds, caption, altText, engine, master, poster },
  });
}
