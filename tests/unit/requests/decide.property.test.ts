import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decide,
  type EventKind,
  FINAL_STATES,
  type HistoryEntry,
  type PromptRequest,
  type RequestEvent,
  receive,
} from '../../../src/requests/index.ts';
import { anApproval, anAsked, anOrder, aVerdict, aVerdictForTwo, EVENTS, NOW } from '../../samples/requests.ts';

const isFinal = (request: PromptRequest) => FINAL_STATES.some((state) => state === request.state);

const shot = fc.integer({ min: 0, max: 3 });
const event: fc.Arbitrary<RequestEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(EVENTS) as EventKind[])).map((kind) => EVENTS[kind]) },
  fc
    .constantFrom('allow', 'review', 'refuse')
    .chain((outcome) =>
      fc.constantFrom<RequestEvent>(
        { kind: 'prompt-screened', verdict: aVerdict(outcome as 'allow') },
        { kind: 'clip-screened', verdict: aVerdict(outcome as 'allow') },
      ),
    ),
  fc.constantFrom<RequestEvent>(
    { kind: 'prompt-screened', verdict: aVerdictForTwo() },
    { kind: 'clip-screened', verdict: aVerdictForTwo() },
  ),
  fc
    .constantFrom('Noor', 'Sam')
    .chain((curator) =>
      fc.constantFrom<RequestEvent>(
        { kind: 'declined', decline: { curator, at: NOW, reason: 'off-topic', note: null } },
        { kind: 'appeal-upheld', curator },
        { kind: 'appeal-dismissed', curator, note: null },
      ),
    ),
  fc
    .tuple(fc.constantFrom('Noor', 'Sam'), fc.constantFrom('a boat', 'a calmer boat'))
    .chain(([curator, prompt]) =>
      fc.constantFrom<RequestEvent>(
        { kind: 'approved', approval: anApproval({ curator, prompt }) },
        { kind: 'clip-released', curator },
      ),
    ),
  fc.integer({ min: 0, max: 4 }).map(
    (shots): RequestEvent => ({
      kind: 'generation-started',
      engine: 'storyboard',
      shots: Array.from({ length: shots }, () => anOrder()),
    }),
  ),
  fc
    .tuple(fc.constantFrom(...(Object.keys(EVENTS) as EventKind[]).filter((kind) => kind.startsWith('shot-'))), shot)
    .map(([kind, index]) => ({ ...EVENTS[kind], shot: index }) as RequestEvent),
);

/** Applies all that apply, and keeps the history that a store would keep. */
function live(events: readonly RequestEvent[]) {
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

/** Edited, it is screened again, and may then need one only. */
function screenedAnew(history: readonly HistoryEntry[]): boolean {
  return history.some(({ event: each }) => each.kind === 'prompt-screened' && each.verdict.approvals !== 2);
}

describe('whatever happens to a request', () => {
  it('no event leaves a final state', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), event, (events, next) => {
        const { request } = live(events);
        fc.pre(isFinal(request));
        expect(decide(request, next, NOW).applies).toBe(false);
      }),
    );
  });

  it('whoever decided what is appealed decides neither the appeal nor what it leads to, and there is one', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { history } = live(events);
        const kinds = history.map(({ event: each }) => each.kind);
        const at = kinds.indexOf('appealed');
        if (at < 0) return;
        expect(kinds.lastIndexOf('appealed')).toBe(at);
        const decider = history[at - 1]?.actor;
        const answer = history.slice(at + 1).find(({ event: each }) => each.kind.startsWith('appeal-'));
        if (!decider || !answer) return;
        expect(answer.actor).not.toBe(decider);
        const next = history[history.indexOf(answer) + 1];
        if (answer.to === 'in-review' && next?.event.kind === 'declined') expect(next.actor).not.toBe(decider);
      }),
      { numRuns: 500 },
    );
  });

  it('the history has each version once, and each entry begins where the one before ended', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { request, history } = live(events);
        expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
        expect(history.at(-1)).toMatchObject({ version: request.version, to: request.state });
        history.slice(1).forEach((entry, index) => {
          expect(entry.from).toBe(history[index]?.to);
        });
      }),
    );
  });

  it('the same event twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), event, (events, twice) => {
        const once = decide(live(events).request, twice, NOW);
        fc.pre(once.applies);
        if (once.applies) expect(decide(once.request, twice, NOW).applies).toBe(false);
      }),
    );
  });

  it('what was asked never changes, save by an edit', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { request } = live(events.filter(({ kind }) => kind !== 'prompt-edited'));
        expect(request).toMatchObject(anAsked());
      }),
    );
  });

  it('nothing is made that no curator approved', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { history } = live(events);
        const started = history.findIndex(({ to }) => to === 'generating');
        const approved = history.findIndex(({ event: { kind } }) => kind === 'approved');
        if (started >= 0) expect(approved >= 0 && approved < started).toBe(true);
      }),
    );
  });

  it('where two must approve, nothing is made that two people did not approve in the same words', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { history } = live([{ kind: 'prompt-screened', verdict: aVerdictForTwo() }, ...events]);
        const started = history.findIndex(
          ({ from, to }) => from === 'in-review' && (to === 'approved' || to === 'ready'),
        );
        if (started < 0) return;
        const since = history.findLastIndex(({ to }, place) => place < started && to === 'received');
        const approvals = history
          .slice(since, started + 1)
          .flatMap(({ event: each }) => (each.kind === 'approved' ? [each.approval] : []));
        const last = approvals.at(-1);
        if (screenedAnew(history.slice(since, started))) return;
        expect(
          new Set(approvals.filter(({ prompt }) => prompt === last?.prompt).map(({ curator }) => curator)).size,
        ).toBe(2);
      }),
    );
  });
});
