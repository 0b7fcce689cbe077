import { z } from 'zod';
import { requestView } from './contract.ts';

/** What the pages and the HTTP interface say to each other of what is told of calls, see `contract.ts`. */

const inBothLanguages = z.object({ en: z.string(), ar: z.string() });
const announcedEvent = z.enum(['opened', 'extended', 'closed']);
const { locale } = requestView.shape;

/** What can be told to everybody about a call in one place, or was. */
export const announcementView = z.object({
  platform: z.string(),
  /** Where on it; empty: the platform is one place. */
  place: z.string(),
  /** What people call the place; null where the platform's name says it. */
  placeName: z.string().nullable(),
  /** What is spoken there; null: nobody knows. */
  spoken: locale.nullable(),
  /** In characters as the platform counts them. */
  textLength: z.number(),
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
  platform: z.string().max(20),
  place: z.string().max(40).default(''),
  callId: z.string().max(80),
  what: announcedEvent,
  locale,
  words: z.string().max(4000),
  withClip: z.boolean(),
});
export type AnnouncementOrder = z.infer<typeof announcementOrder>;

export const announcementAnswer = z.object({
  outcome: z.enum(['posted', 'posted-already', 'problems', 'under-way', 'not-now', 'failed']),
  /** A sentence for the curator; null when it is posted. */
  message: z.string().nullable(),
});
export type AnnouncementAnswer = z.infer<typeof announcementAnswer>;
