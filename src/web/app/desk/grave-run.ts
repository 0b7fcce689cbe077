/** Whoever did nothing for so long has had a break. In milliseconds. */
const BREAK_MS = 10 * 60_000;

/** How many grave ones were decided without a break, and when the last of all was (milliseconds since 1970). */
export interface GraveRun {
  count: number;
  at: number;
}

export const RESTED: GraveRun = { count: 0, at: 0 };

/** What is not grave between them is no break. */
export function afterDeciding({ count, at }: GraveRun, { grave, now }: { grave: boolean; now: number }): GraveRun {
  const before = now - at > BREAK_MS ? 0 : count;
  return { count: grave ? before + 1 : before, at: now };
}

/** `breakAfter`: as the curator chose; 0: never. */
export function isBreakDue({ count }: GraveRun, breakAfter: number): boolean {
  return breakAfter > 0 && count >= breakAfter;
}
