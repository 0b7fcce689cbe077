import { describe, expect, it } from 'vitest';
import type { EventKind, RequestEvent } from '../../src/requests/index.ts';
import { at, create, type StoreOf, someAsked } from './store-samples.ts';

/** What is left of calls that are over. */
export function notChosenContract(open: StoreOf): void {
  describe('what nobody chose in a call', () => {
    const ask = (callId: string, minute: number, ...events: (EventKind | RequestEvent)[]) =>
      create(open(), someAsked({ callId, askedAt: at(minute) }), 'prompt-screened', ...events);

    it('is what waits or is put aside, first asked first, and not what is decided or looked at again', async () => {
      const aside = await ask('over', 2, 'held');
      const waiting = await ask('over', 1);
      await ask('over', 3, 'approved');
      await ask('over', 3, 'declined', 'appeal-upheld');
      await ask('open', 1);
      const decided = await ask('over', 3);
      const moments = { madeAt: at(4), effectAt: at(5) };
      const decision = await open().decisions.add({
        ...{ requestId: decided.id, version: decided.version, curator: 'Noor', ...moments },
        decision: { action: 'approve' },
      });
      expect(await open().requests.notChosen(['over'], 9)).toEqual([waiting, aside]);
      expect(await open().requests.notChosen(['over'], 1)).toEqual([waiting]);
      expect(await open().requests.notChosen([], 9)).toEqual([]);
      await open().decisions.end(decision);
    });

    it('is not what somebody waits for who asked the same in a call that goes on', async () => {
      const lead = await ask('ended', 1);
      const merged: RequestEvent = { kind: 'merged', into: lead.id, curator: 'Noor' };
      await ask('ended', 2, merged);
      expect(await open().requests.notChosen(['ended'], 9)).toEqual([lead]);
      await ask('open', 3, merged);
      expect(await open().requests.notChosen(['ended'], 9)).toEqual([]);
    });
  });
}
