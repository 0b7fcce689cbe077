import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasEnded, STANDING_CALL_ID } from '../../../src/calls/call.ts';
import type { CallPlan } from '../../../src/calls/call-plan.ts';
import { changeTerms, closeCall, extendCall, openCall, pauseCall, resumeCall } from '../../../src/calls/change-call.ts';
import { chooseCall } from '../../../src/calls/choose-call.ts';
import { stateOf } from '../../../src/calls/state-of.ts';
import { aCall } from './samples.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const inAnHour = '2026-11-25T13:00:00.000Z';
const plan: CallPlan = { theme: 'Paper boats', closesAt: inAnHour, budgetUsd: 25, caps: {}, places: null };

describe('openCall', () => {
  it('opens from now on, with the theme on one line', () => {
    const change = openCall({ ...plan, theme: ' Paper\n\u202eboats ' }, { id: 'boats', now });
    expect(change).toEqual({
      outcome: 'changed',
      call: {
        id: 'boats',
        theme: { en: 'Paper boats', ar: 'Paper boats' },
        opensAt: now.toISOString(),
        ...{ closesAt: inAnHour, budgetUsd: 25, caps: {}, places: null, engine: null },
      },
    });
  });

  it.each([
    ['theme-missing', { theme: ' \u200f ' }],
    ['theme-long', { theme: 'x'.repeat(101) }],
    ['end-past', { closesAt: now.toISOString() }],
    ['end-far', { closesAt: '2028-01-01T00:00:00.000Z' }],
    ['budget-range', { budgetUsd: 0 }],
    ['budget-range', { budgetUsd: 1_000_001 }],
    ['caps-range', { caps: { perMemberPerDay: 1.5 } }],
    ['caps-range', { caps: { openPerMember: 0 } }],
  ] as const)('refuses for %s', (problem, changes) => {
    expect(openCall({ ...plan, ...changes }, { id: 'boats', now })).toEqual({
      outcome: 'problems',
      problems: [problem],
    });
  });
});

describe('closeCall and extendCall', () => {
  it('never touch the standing call', () => {
    const standing = aCall({ id: STANDING_CALL_ID });
    expect(closeCall(standing, now)).toEqual({ outcome: 'standing' });
    expect(extendCall(standing, plan, now)).toEqual({ outcome: 'standing' });
  });

  it('close once, and open again by an end to come', () => {
    const closed = closeCall(aCall({ id: 'boats', closesAt: null }), now);
    if (closed.outcome !== 'changed') throw new Error(closed.outcome);
    expect(closed.call.closesAt).toBe(now.toISOString());
    expect(closeCall(closed.call, now)).toEqual({ outcome: 'closed-already' });
    expect(extendCall(closed.call, { ...plan, closesAt: now.toISOString() }, now)).toEqual({
      ...{ outcome: 'problems', problems: ['end-past'] },
    });
    expect(extendCall(closed.call, plan, now)).toMatchObject({ outcome: 'changed', call: { closesAt: inAnHour } });
  });

  it('is given other terms after its end, which is left as it is', () => {
    const closed = aCall({ id: 'boats', closesAt: '2026-11-24T12:00:00.000Z' });
    const terms = { ...plan, closesAt: closed.closesAt, details: { choosingHours: 72 } };
    expect(changeTerms(closed, terms, now)).toMatchObject({ call: { closesAt: closed.closesAt, choosingHours: 72 } });
    const before = { ...terms, closesAt: '2026-11-24T11:00:00.000Z' };
    expect(changeTerms(closed, before, now)).toEqual({ outcome: 'problems', problems: ['end-past'] });
    expect(extendCall(closed, terms, now)).toEqual({ outcome: 'problems', problems: ['end-past'] });
  });

  it('leave posts to a call from its opening to its closing, and to the standing one before and after', () => {
    const standing = aCall({ id: STANDING_CALL_ID, closesAt: null });
    const ms = fc.integer({ min: 1, max: 3_000_000 });
    fc.assert(
      fc.property(ms, ms, (openFor, later) => {
        const opened = openCall({ ...plan, closesAt: null }, { id: 'boats', now });
        if (opened.outcome !== 'changed') throw new Error(opened.outcome);
        const closed = closeCall(opened.call, new Date(now.getTime() + openFor));
        if (closed.outcome !== 'changed') throw new Error(closed.outcome);
        const at = (offset: number) =>
          chooseCall([standing, closed.call], { platform: 'room', channel: 'room' }, new Date(now.getTime() + offset))
            ?.id;
        expect([at(-1), at(0), at(openFor - 1), at(openFor), at(openFor + later)]).toEqual([
          STANDING_CALL_ID,
          'boats',
          'boats',
          STANDING_CALL_ID,
          STANDING_CALL_ID,
        ]);
      }),
    );
  });
});

describe('a planned call', () => {
  const later = '2026-11-26T12:00:00.000Z';
  const afterwards = '2026-11-27T12:00:00.000Z';
  const planned = () => {
    const change = openCall({ ...plan, opensAt: later, closesAt: afterwards }, { id: 'boats', now });
    if (change.outcome !== 'changed') throw new Error(change.outcome);
    return change.call;
  };
  const at = (instant: string) => stateOf(planned(), new Date(instant));

  it('opens and closes by itself', () => {
    expect([at('2026-11-26T11:59:59.999Z'), at(later), at(afterwards)]).toEqual(['not-open-yet', 'open', 'choosing']);
    expect([later, afterwards].map((instant) => hasEnded(planned(), new Date(instant)))).toEqual([false, true]);
  });

  it.each([
    ['opening-past', { opensAt: '2026-11-25T11:00:00.000Z' }],
    ['opening-far', { opensAt: '2028-01-01T00:00:00.000Z', closesAt: null }],
    ['end-before-opening', { opensAt: later, closesAt: later }],
  ] as const)('is refused for %s', (problem, changes) => {
    expect(openCall({ ...plan, ...changes }, { id: 'boats', now })).toMatchObject({ problems: [problem] });
  });

  it('may open at another time until it has, and is as it was for who changes something else', () => {
    const sooner = '2026-11-26T06:00:00.000Z';
    const { theme: _, ...terms } = { ...plan, closesAt: afterwards };
    expect(changeTerms(planned(), { ...terms, opensAt: sooner }, now)).toMatchObject({ call: { opensAt: sooner } });
    expect(changeTerms(planned(), terms, now)).toMatchObject({ call: { opensAt: later } });
    const open = new Date('2026-11-26T13:00:00.000Z');
    expect(changeTerms(planned(), { ...terms, opensAt: sooner }, open)).toMatchObject({ call: { opensAt: later } });
  });

  it('never opens once it is called off, until it is planned anew', () => {
    const off = closeCall(planned(), now);
    if (off.outcome !== 'changed') throw new Error(off.outcome);
    for (const instant of [now, new Date(later)]) {
      expect(stateOf(off.call, instant)).toBe('over');
      expect(hasEnded(off.call, instant)).toBe(false);
    }
    const again = extendCall(off.call, { ...plan, closesAt: afterwards }, new Date(later));
    expect(again).toMatchObject({ call: { opensAt: later, closesAt: afterwards } });
    expect(changeTerms(off.call, { ...plan, opensAt: later, closesAt: afterwards }, now)).toMatchObject({
      call: { opensAt: later },
    });
  });
});

it('a call knows since when it has another end than it was opened with', () => {
  const open = aCall({ id: 'boats', closesAt: inAnHour });
  const { theme: _, ...terms } = plan;
  expect(changeTerms(open, { ...terms, budgetUsd: 30 }, now)).not.toHaveProperty('call.endChangedAt');
  const later = { ...terms, closesAt: '2026-11-25T15:00:00.000Z' };
  const extended = extendCall(open, later, now);
  expect(extended).toMatchObject({ call: { endChangedAt: now.toISOString() } });
  if (extended.outcome !== 'changed') throw new Error(extended.outcome);
  const details = { winners: { by: 'duels', places: 1 } as const };
  expect(extendCall(extended.call, { ...later, details }, new Date(inAnHour))).toMatchObject({
    call: { endChangedAt: now.toISOString() },
  });
  // Nobody was told of the end of one that has not opened.
  const coming = aCall({ id: 'boats', opensAt: inAnHour, closesAt: null });
  expect(extendCall(coming, later, now)).not.toHaveProperty('call.endChangedAt');
});

describe('pauseCall and resumeCall', () => {
  it('keep who paused it first, and leave nothing of it when it goes on', () => {
    const open = aCall({ id: 'boats' });
    const paused = pauseCall(open, 'Noor', now);
    if (paused.outcome !== 'changed') throw new Error(paused.outcome);
    expect(paused.call.paused).toEqual({ by: 'Noor', at: now.toISOString() });
    expect(pauseCall(paused.call, 'Sami', now)).toEqual(paused);
    expect(resumeCall(paused.call)).toEqual({ outcome: 'changed', call: open });
  });

  it('pause no call that is over, let one go on that was paused at its end, and leave the standing one', () => {
    const over = aCall({ id: 'boats', closesAt: now.toISOString() });
    expect(pauseCall(over, 'Noor', now)).toEqual({ outcome: 'closed-already' });
    expect(resumeCall({ ...over, paused: { by: 'Noor', at: '' } })).toEqual({ outcome: 'changed', call: over });
    expect(resumeCall(aCall({ id: STANDING_CALL_ID }))).toEqual({ outcome: 'standing' });
    expect(pauseCall(aCall({ id: STANDING_CALL_ID }), 'Noor', now)).toEqual({ outcome: 'standing' });
  });
});

describe('the details of a call', () => {
  it('are changed as a whole, and leave its picture and its pause', () => {
    const picture = { sha256: 'a'.repeat(64), bytes: 1, type: 'image/png' };
    const before = aCall({ id: 'boats', style: 'neon', picture, paused: { by: 'Noor', at: '' } });
    const { places: _, theme: __, ...terms } = plan;
    const change = extendCall(before, { ...terms, details: { engine: 'runway', voters: { who: 'askers' } } }, now);
    if (change.outcome !== 'changed') throw new Error(change.outcome);
    expect(change.call).toMatchObject({ engine: 'runway', voters: { who: 'askers' }, picture, paused: { by: 'Noor' } });
    expect(change.call.style).toBeUndefined();
  });
});
