import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readBudget,
  readCaps,
  readEnd,
  readOpening,
  readWinners,
  writeBudget,
  writeCaps,
  writeEnd,
  writeWinners,
} from '../../../src/calls/read-call-plan.ts';
import { MOST_PLACES, WINNERS_BY } from '../../../src/calls/winners-rule.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const fromNow = { opensAt: now.toISOString(), closesAt: null };

describe('readEnd', () => {
  it.each([
    ['', null],
    ['7d', '2026-12-02T12:00:00.000Z'],
    ['36 Hours', '2026-11-27T00:00:00.000Z'],
    ['30 min', '2026-11-25T12:30:00.000Z'],
    ['2 weeks', '2026-12-09T12:00:00.000Z'],
    ['٣ أيام', '2026-11-28T12:00:00.000Z'],
    ['2026-12-01 18:00', '2026-12-01T18:00:00.000Z'],
    ['2026-12-1T18:00 UTC', '2026-12-01T18:00:00.000Z'],
    ['2026-12-01', '2026-12-02T00:00:00.000Z'],
  ])('reads %j', (written, value) => {
    expect(readEnd(written, fromNow, now)).toEqual({ read: true, value });
  });

  it.each([
    ['the end of an open call', '2026-11-20T12:00:00.000Z', '2026-11-27T12:00:00.000Z', '2026-11-29T12:00:00.000Z'],
    ['the end of a planned one', '2026-11-28T12:00:00.000Z', '2026-11-30T12:00:00.000Z', '2026-12-02T12:00:00.000Z'],
    ['the opening of one without an end', '2026-11-28T12:00:00.000Z', null, '2026-11-30T12:00:00.000Z'],
    ['now, where that has opened', '2026-11-20T12:00:00.000Z', null, '2026-11-27T12:00:00.000Z'],
    [
      'now, where the end has passed',
      '2026-11-20T12:00:00.000Z',
      '2026-11-24T12:00:00.000Z',
      '2026-11-27T12:00:00.000Z',
    ],
  ])('counts from %s', (_, opensAt, closesAt, value) => {
    expect(readEnd('2 days', { opensAt, closesAt }, now)).toEqual({ read: true, value });
  });

  it('leaves an end that nobody touched to the millisecond', () => {
    const closesAt = '2026-11-27T12:00:30.123Z';
    expect(readEnd(writeEnd(closesAt), { ...fromNow, closesAt }, now)).toEqual({ read: true, value: closesAt });
  });

  it.each(['soon', '7', '7 moons', '2026-06-31', '2026-12-01 24:00', '2026-12-01 18', '-3 days', '1e3 d'])(
    'does not guess what %j means',
    (written) => expect(readEnd(written, fromNow, now)).toEqual({ read: false }),
  );
});

it.each([
  ['', null],
  ['3 days', '2026-11-28T12:00:00.000Z'],
  ['2026-12-01 18:00', '2026-12-01T18:00:00.000Z'],
  // A day alone is meant from its beginning.
  ['2026-12-01', '2026-12-01T00:00:00.000Z'],
])('readOpening reads %j', (written, value) => expect(readOpening(written, now)).toEqual({ read: true, value }));

it.each([
  ['', null],
  ['25', 25],
  ['$12.50', 12.5],
  ['12,50 USD', 12.5],
  ['٢٥', 25],
])('readBudget reads %j', (written, value) => expect(readBudget(written)).toEqual({ read: true, value }));

it.each(['much', '1.2.3', '-5', '12,345,678', '1e9', '0x10'])('readBudget does not guess what %j means', (written) =>
  expect(readBudget(written)).toEqual({ read: false }),
);

it.each([
  ['', {}],
  ['5', { perMemberPerCall: 5 }],
  ['5/2/1', { perMemberPerCall: 5, perMemberPerDay: 2, openPerMember: 1 }],
  [' / 2', { perMemberPerDay: 2 }],
])('readCaps reads %j', (written, value) => expect(readCaps(written)).toEqual({ read: true, value }));

it.each(['five', '1/2/3/4', '-1', '1.5'])('readCaps does not guess what %j means', (written) =>
  expect(readCaps(written)).toEqual({ read: false }),
);

describe('whatever is written', () => {
  it('is read or not, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789-: /dhw.,$') })),
        (written) => {
          const end = readEnd(written, fromNow, now);
          if (end.read && end.value !== null) expect(new Date(end.value).toISOString()).toBe(end.value);
          readBudget(written);
          readCaps(written);
        },
      ),
    );
  });

  it('is read again as it was', () => {
    const cents = fc.integer({ min: 1, max: 1e8 }).map((count) => count / 100);
    const minutes = fc.integer({ min: 0, max: 500_000 }).map((count) => new Date(now.getTime() + count * 60_000));
    const cap = fc.integer({ min: 1, max: 999 });
    const caps = fc.record({ perMemberPerCall: cap, perMemberPerDay: cap, openPerMember: cap }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.option(cents), fc.option(minutes), caps, (budget, end, given) => {
        const closesAt = end?.toISOString() ?? null;
        expect(readBudget(writeBudget(budget))).toEqual({ read: true, value: budget });
        expect(readEnd(writeEnd(closesAt), fromNow, now)).toEqual({ read: true, value: closesAt });
        expect(readCaps(writeCaps(given))).toEqual({ read: true, value: given });
      }),
    );
  });
});

describe('readWinners', () => {
  it.each([
    ['', 'votes', 3],
    ['Duels', 'duels', 3],
    ['vote 1', 'votes', 1],
    ['مبارزات ٥', 'duels', 5],
  ])('reads %j', (written, by, places) => {
    expect(readWinners(written)).toEqual({ read: true, value: { by, places } });
  });

  it.each(['luck', '3', 'votes 0', 'votes 11', 'votes three', 'duels 3 4'])('cannot read %j', (written) => {
    expect(readWinners(written)).toEqual({ read: false });
  });

  it('reads what is written', () => {
    const rules = fc.record({ by: fc.constantFrom(...WINNERS_BY), places: fc.integer({ min: 1, max: MOST_PLACES }) });
    fc.assert(
      fc.property(rules, (value) => {
        expect(readWinners(writeWinners(value))).toEqual({ read: true, value });
      }),
    );
  });
});
