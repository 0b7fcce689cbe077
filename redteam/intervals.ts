/** A share of so many, with Wilson's 95 % score interval; null where there was nothing to count. */
export interface Share {
  share: number;
  low: number;
  high: number;
}

const Z = 1.96;

export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null;
  const share = count / of;
  const middle = share + (Z * Z) / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return { share, low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
