const HOUR_MS = 3_600_000;

/** How long something is put aside. */
export const HOLD_SPANS = [
  { text: 'holdHour', ms: HOUR_MS },
  { text: 'holdDay', ms: 24 * HOUR_MS },
  { text: 'holdWeek', ms: 7 * 24 * HOUR_MS },
  { text: 'holdOpen', ms: null },
] as const;
export type HoldSpan = (typeof HOLD_SPANS)[number];

/** As it is asked for; without a moment, until somebody takes it back. */
export function untilOf({ ms }: HoldSpan): { until?: string } {
  return ms === null ? {} : { until: new Date(Date.now() + ms).toISOString() };
}
