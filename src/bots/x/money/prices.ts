import type { SpendingKind } from '../x-records.ts';

/** X's price list for pay per use, in millionths of a US dollar for each post or account (docs.x.com, "Pricing", 2026-08-22). */
export const MICRO_DOLLARS: Readonly<Record<SpendingKind, number>> = {
  // Posts that mention us or are ours, where our account is the app's owner.
  'own-read': 1_000,
  read: 5_000,
  // Replies of ours, for the likes on them: looked up by their ids, for which X makes no posts cheaper.
  'like-read': 5_000,
  // "User: Read": whoever signs in on our pages. Once a day (UTC) for each of them.
  'account-read': 10_000,
  // To somebody who mentioned us first.
  reply: 10_000,
  // "Media Metadata": what a video shows, said for those who do not see it.
  'alt-text': 5_000,
  post: 15_000,
  'post-with-link': 200_000,
};

export function toDollars(microDollars: number): number {
  return microDollars / 1_000_000;
}
