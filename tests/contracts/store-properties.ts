import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, type EventKind, type HistoryEntry, type PromptRequest } from '../../src/requests/index.ts';
import { EVENTS, NOW } from '../samples/requests.ts';
import { create, type StoreOf, someAsked } from './store-samples.ts';

const KINDS = Object.keys(EVENTS) as EventKind[];

/** What really happens more often than chance would have it. */
const LIFE: EventKind[] = [
  'prompt-screened',
  'approved',
  'generation-started',
  'shot-intended',
  'shot-started',
  'shot-rendered',
  'shot-downloaded',
  'clip-finished',
  'clip-screened',
  'reply-posted',
];

export function historyProperties(open: StoreOf): void {
  it('keeps the whole history of any sequence of events, and never changes what was written', async () => {
    const events = fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constantFrom(...KINDS) }),
      {
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(events, async (choices) => {
        let request: PromptRequest = await create(open(), someAsked());
        const expected: HistoryEntry[] = await open().requests.history(request.id);
        let step = 0;
        for (const choice of choices) {
          // A number goes on along the straight life, now and then twice the same.
          const kind = typeof choice === 'number' ? LIFE[Math.min(step, LIFE.length - 1)] : choice;
          if (typeof choice === 'number' && choice > 0) step += 1;
          const decision = decide(request, EVENTS[kind as EventKind], NOW);
          if (!decision.applies) continue;
          const commit = { request: decision.request, entry: decision.entry, work: decision.work, completes: null };
          expect(await open().requests.save(commit)).toBe('saved');
          expect(await open().requests.save(commit)).toBe('stale');
          expected.push(decision.entry);
          request = decision.request;
        }
        expect(await open().requests.history(request.id)).toEqual(expected);
        expect(expected.map(({ version }) => version)).toEqual(expected.map((_, place) => place + 1));
        expect(await open().requests.find(request.id)).toEqual(request);
      }),
      { numRuns: 40 },
    );
  });
}
