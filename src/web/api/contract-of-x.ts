import { z } from 'zod';
import { clipView, requestView } from './contract.ts';

/** What the pages and the HTTP interface say to each other of X, see `contract.ts`. */

/** What a platform asked money for on a day (UTC). */
export const platformMoney = z.object({
  day: z.string(),
  usd: z.number(),
  items: z.array(z.object({ kind: z.string(), count: z.number(), usd: z.number() })),
  /** The day's ceiling, and where reading stops so that the rest is left for replies; null where the bot is not there. */
  limitUsd: z.number().nullable(),
  readingStopsAtUsd: z.number().nullable(),
  stopped: z.enum(['nothing', 'reading', 'everything']),
});
export type PlatformMoney = z.infer<typeof platformMoney>;

/** How what was asked elsewhere stands, for whoever knows the post: nothing that only its requester may see. */
export const askedView = z.object({
  /** `nothing-came`: it was taken back or taken down. */
  state: z.union([requestView.shape.state, z.literal('nothing-came')]),
  status: z.string(),
  askedAt: z.string(),
  placeInLine: z.number().nullable(),
  progress: z.number().nullable(),
  clip: clipView.nullable(),
});
export type AskedView = z.infer<typeof askedView>;
