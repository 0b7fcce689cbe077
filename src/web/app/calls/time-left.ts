const UNITS = [
  ['Days', 48 * 60],
  ['Hours', 120],
  ['Minutes', 0],
] as const;

/** How long it is until then, in the largest unit of which there is more than one. */
export function timeLeft(iso: string, now: number): { unit: (typeof UNITS)[number][0]; count: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(iso) - now) / 60_000));
  if (minutes >= UNITS[0][1]) return { unit: 'Days', count: Math.floor(minutes / (24 * 60)) };
  if (minutes >= UNITS[1][1]) return { unit: 'Hours', count: Math.floor(minutes / 60) };
  return { unit: 'Minutes', count: minutes };
}
