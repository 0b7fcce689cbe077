import { describe, expect, it } from 'vitest';
import { decide, type EventKind, type MoneyMove, type RequestEvent } from '../../../src/requests/index.ts';
import { EVENTS, NOW, SITUATIONS } from '../../samples/requests.ts';

type Situation = keyof typeof SITUATIONS;

function moves(situation: Situation, event: EventKind | RequestEvent): MoneyMove[] {
  const decision = decide(SITUATIONS[situation](), typeof event === 'string' ? EVENTS[event] : event, NOW);
  if (!decision.applies) throw new Error(decision.why);
  return decision.money;
}

const failed = (billed?: boolean): RequestEvent => ({
  kind: 'shot-failed',
  shot: 0,
  failure: { kind: 'engine', message: 'It broke', ...(billed === undefined ? {} : { billed }) },
});

describe('what an event says of money', () => {
  it('a start reserves what it may cost, with its budgets', () => {
    const reservation = { usd: 0.8, day: '2026-11-23', budgets: [{ scope: 'call:standing', limitUsd: 5 }] };
    expect(moves('generating, planned', { kind: 'shot-intended', shot: 0, key: 'k1', reservation })).toEqual([
      { move: 'reserve', key: 'k1', shot: 0, engine: 'storyboard', reservation },
    ]);
  });

  it('a start at an engine that costs nothing has no row', () => {
    expect(moves('generating, planned', 'shot-intended')).toEqual([]);
  });

  it.each<[Situation, EventKind | RequestEvent, string]>([
    ['generating, starting', 'shot-not-sent', 'released'],
    ['generating, starting', 'engine-replaced', 'released'],
    ['generating, starting', failed(), 'released'],
    ['generating, starting', 'shot-uncertain', 'uncertain'],
    ['generating, starting', 'withdrawn', 'uncertain'],
    ['generating, running', 'shot-rendered', 'charged'],
    ['generating, running', failed(), 'uncertain'],
    ['generating, running', failed(true), 'charged'],
    ['generating, running', failed(false), 'refunded'],
    ['generating, running', 'withdrawn', 'uncertain'],
    // What was rendered is billed, though its file is lost.
    ['generating, rendered', failed(), 'charged'],
  ])('%s × %o: %s', (situation, event, to) => {
    expect(moves(situation, event)).toEqual([{ move: 'settle', key: 'k1', to }]);
  });

  it('what the engine itself says of the cost goes before what was reserved', () => {
    const operation = { id: 'o1' };
    const started: RequestEvent = { kind: 'shot-started', shot: 0, operation, checkAfterMs: 1, estimateUsd: 0.96 };
    expect(moves('generating, starting', started)).toEqual([{ move: 'settle', key: 'k1', to: 'reserved', usd: 0.96 }]);
    expect(moves('generating, running', { kind: 'shot-rendered', shot: 0, costUsd: 0.84 })).toEqual([
      { move: 'settle', key: 'k1', to: 'charged', usd: 0.84 },
    ]);
  });

  it.each<[Situation, EventKind]>([
    ['generating, starting', 'shot-started'],
    ['generating, starting', 'gave-up'],
    ['generating, running', 'gave-up'],
    ['generating, running', 'shot-progressed'],
    ['generating, rendered', 'withdrawn'],
    ['generating, uncertain', 'withdrawn'],
    ['generating, uncertain', 'shot-restarted'],
  ])('%s × %s says nothing new', (situation, event) => {
    expect(moves(situation, event)).toEqual([]);
  });
});
