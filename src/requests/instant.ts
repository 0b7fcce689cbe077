/** A moment in UTC as ISO 8601 with milliseconds, e.g. `2026-11-23T08:15:00.000Z`. Sorts as text. */
export type Instant = string;

/** Tells the time. The domain never reads a clock of its own: whoever calls it brings the moment. */
export type Clock = () => Date;

export function toInstant(date: Date): Instant {
  return date.toISOString();
}
