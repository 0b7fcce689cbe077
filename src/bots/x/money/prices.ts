import type { SpendingKind } from '../x-records.ts';

/** X's price list for pay per use, in millionths of a US dollar for each post (docs.x.com, "Pricing", 2026-08-22). */
export const MICRO_DOLLARS: Readonly<Record<SpendingKind, number>> = {
  // Posts that mention us or are ours.
  'own-read': 1_000,
  read: 5_000,
  // Replies of ours, for the likes on them.
  'like-read': 1_000,
  // To somebody who mentioned us first.
  reply: 10_000,
  post: 15_000,
  'post-with-link': 200_000,
};

export function toDollars(microDollars: number): number {
  return microDollars / 1_000_000;
}
