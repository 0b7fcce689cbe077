const HOUR_MS = 3_600_000;

/** How long something can be put aside, by a code; `ms` null: until somebody takes it back. `text`: its words in `wording`. */
export const HOLD_SPANS = [
  { code: 'hour', text: 'holdHour', ms: HOUR_MS },
  { code: 'day', text: 'holdDay', ms: 24 * HOUR_MS },
  { code: 'week', text: 'holdWeek', ms: 7 * 24 * HOUR_MS },
  { code: 'open', text: 'holdOpen', ms: null },
] as const;
export type HoldSpan = (typeof HOLD_SPANS)[number];

/** As it is asked for from now on. */
export function untilOf({ ms }: HoldSpan, now: Date): { until?: string } {
  return ms === null ? {} : { until: new Date(now.getTime() + ms).toISOString() };
}
