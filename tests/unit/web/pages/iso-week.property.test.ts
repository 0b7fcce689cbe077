import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastWeeks, spanOfWeek, weekOf } from '../../../../src/web/pages/iso-week.ts';

const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

it.each([
  ['2026-01-01', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2026-11-26', '2026-W48'],
])('%s lies in %s', (day, week) => {
  expect(weekOf(new Date(day))).toBe(week);
});

it('a moment lies in the span of its week, and the week before ends where that begins', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const [week = '', before = ''] = lastWeeks(moment, 2);
      const span = spanOfWeek(week);
      expect(span && span.since <= moment.toISOString() && moment.toISOString() < span.until).toBe(true);
      expect(spanOfWeek(before)?.until).toBe(span?.since);
    }),
  );
});

it.each(['2026-W54', '2026-W00', '2026-48', 'last', ''])('%s is no week', (week) => {
  expect(spanOfWeek(week)).toBeNull();
});
