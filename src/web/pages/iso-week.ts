const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

/** The week (ISO 8601, UTC) that a moment lies in, e.g. `2026-W48`: it belongs to the year of its Thursday. */
export function weekOf(moment: Date): string {
  const thursday = new Date(mondayOf(moment) + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK_MS);
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** From its Monday to the next one, as ISO 8601; null for what is no week. */
export function spanOfWeek(week: string): { since: string; until: string } | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined) return null;
  // The fourth of January is always in the first week.
  const first = mondayOf(new Date(Date.UTC(Number(year), 0, 4)));
  const since = new Date(first + (Number(number) - 1) * WEEK_MS);
  if (weekOf(since) !== week) return null;
  return { since: since.toISOString(), until: new Date(since.getTime() + WEEK_MS).toISOString() };
}

/** So many weeks, the moment's first, each as `weekOf` writes it. */
export function lastWeeks(moment: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) => weekOf(new Date(moment.getTime() - back * WEEK_MS)));
}

function mondayOf(moment: Date): number {
  const midnight = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
  return midnight - ((moment.getUTCDay() + 6) % 7) * DAY_MS;
}
