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

const inBothLanguages = z.object({ en: z.string(), ar: z.string() });
const announcedEvent = z.enum(['opened', 'closed']);

/** What can be told to everybody about a call, or was. */
export const announcementView = z.object({
  platform: z.string(),
  callId: z.string(),
  what: announcedEvent,
  theme: inBothLanguages,
  /** What is suggested to say. */
  words: inBothLanguages,
  /** The best clip, which can be shown with it. */
  clip: z.object({ requestId: z.string(), caption: z.string() }).nullable(),
  /** `unclear`: it may be there; a press looks for it, and otherwise sends the same text again. */
  state: z.enum(['draft', 'unclear', 'posted']),
  posted: z.string().nullable(),
  postId: z.string().nullable(),
});
export type AnnouncementView = z.infer<typeof announcementView>;

export const announcementsPage = z.object({ announcements: z.array(announcementView) });
export type AnnouncementsPage = z.infer<typeof announcementsPage>;

/** A curator's press. */
export const announcementOrder = z.object({
  callId: z.string().max(80),
  what: announcedEvent,
  locale: requestView.shape.locale,
  words: z.string().max(1000),
  withClip: z.boolean(),
});
export type AnnouncementOrder = z.infer<typeof announcementOrder>;

export const announcementAnswer = z.object({
  outcome: z.enum(['posted', 'posted-already', 'problems', 'under-way', 'not-now', 'failed']),
  /** A sentence for the curator; null when it is posted. */
  message: z.string().nullable(),
});
export type AnnouncementAnswer = z.infer<typeof announcementAnswer>;

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
