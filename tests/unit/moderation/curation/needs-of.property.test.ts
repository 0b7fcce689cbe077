import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionOf } from '../../../../src/moderation/curation/attention-of.ts';
import { needsOf } from '../../../../src/moderation/curation/needs-of.ts';
import {
  decide,
  type EventKind,
  type HistoryEntry,
  type PromptRequest,
  type RequestEvent,
  receive,
} from '../../../../src/requests/index.ts';
import { anAsked, anOrder, aVerdict, EVENTS, NOW } from '../../../samples/requests.ts';

const event: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.constantFrom(...(Object.keys(EVENTS) as EventKind[])).map((kind) => EVENTS[kind]),
  fc.constantFrom<RequestEvent>(
    { kind: 'prompt-screened', verdict: aVerdict('refuse') },
    { kind: 'clip-screened', verdict: aVerdict('review') },
    { kind: 'clip-screened', verdict: aVerdict('refuse') },
    { kind: 'generation-started', engine: 'storyboard', shots: [anOrder(), anOrder()] },
    { kind: 'shot-intended', shot: 1, key: 'k2' },
    { kind: 'shot-uncertain', shot: 1, why: 'lost' },
    { kind: 'shot-restarted', shot: 1, curator: 'Noor' },
  ),
);

function live(events: readonly RequestEvent[]): { request: PromptRequest; history: HistoryEntry[] } {
  const first = receive(anAsked(), NOW);
  let request: PromptRequest = first.request;
  const history: HistoryEntry[] = [first.entry];
  for (const each of events) {
    const decision = decide(request, each, NOW);
    if (!decision.applies) continue;
    request = decision.request;
    history.push(decision.entry);
  }
  return { request, history };
}

describe('what a request needs of curators', () => {
  it('is what the records list, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const { request, history } = live(events);
        const waiting = needsOf(history).filter(({ ended }) => ended === null);
        const kinds = waiting.map(({ kind }) => kind);
        const expected = request.state === 'in-review' ? 'review' : attentionOf(request)?.kind;
        // An edited prompt is on its way through screening, and comes back to the same need.
        if (request.state === 'received') expect(['review', undefined]).toContain(kinds[0]);
        else expect(kinds).toEqual(expected ? [expected] : []);
      }),
      { numRuns: 2000 },
    );
  });

  it('is named by the version with which it began, and only grows', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat(60), (events, cut) => {
        const { history } = live(events);
        const names = (until: number) => needsOf(history.slice(0, until)).map(({ kind, since }) => `${kind} ${since}`);
        const all = names(history.length);
        expect(new Set(needsOf(history).map(({ since }) => since)).size).toBe(all.length);
        expect(all.slice(0, names(cut).length)).toEqual(names(cut));
      }),
    );
  });

  it('tells who settled it', () => {
    const { history } = live([EVENTS['prompt-screened'], EVENTS.escalated, EVENTS.declined, EVENTS['appeal-upheld']]);
    expect(needsOf(history)).toMatchObject([
      { kind: 'review', since: 2, ended: { actor: 'Noor', event: { kind: 'declined' } } },
      { kind: 'review', since: 5, ended: null },
    ]);
  });
});
