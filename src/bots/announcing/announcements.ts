import type { Locale, PostRef } from '../../requests/index.ts';
import type { AnnouncementProblem } from './announcer.ts';

/** `extended`: it has another end than was told before. */
export type AnnouncedEvent = 'opened' | 'extended' | 'closed';

/** What of a call is told, and where. */
export interface AnnouncementOf {
  platform: string;
  /** An id of the platform's; see `AnnouncingPlace`. */
  place: string;
  callId: string;
  what: AnnouncedEvent;
}

/** What can be announced of a call in one place, or was. */
export interface AnnouncementDraft extends AnnouncementOf {
  /** What people call the place; null where the platform's name says it. Untrusted text. */
  placeName: string | null;
  /** What is spoken there; null: nobody knows. */
  spoken: Locale | null;
  /** In characters as the platform counts them. */
  textLength: number;
  theme: Record<Locale, string>;
  /** What is suggested to say, by language. */
  words: Record<Locale, string>;
  /** The best clip of a call that is over: it can be shown with the announcement. */
  clip: { requestId: string; caption: string } | null;
  /**
   * `unclear`: an earlier press may have got through; the next one looks for it first, and otherwise sends the same
   * text again.
   */
  state: 'draft' | 'unclear' | 'posted';
  /** The text that was posted, or meant to be; null for a draft. */
  posted: string | null;
  ref: PostRef | null;
}

export interface AnnouncementOrder extends AnnouncementOf {
  locale: Locale;
  words: string;
  withClip: boolean;
}

export type AnnouncementOutcome =
  | { outcome: 'posted' | 'posted-already'; ref: PostRef }
  /** `most`: how many characters it may have there. */
  | { outcome: 'problems'; problems: AnnouncementProblem[]; most: number }
  /** Another press is at it. */
  | { outcome: 'under-way' }
  /** There is no such call or place, or nothing of it to announce now. */
  | { outcome: 'not-now' }
  /** `sent`: it may be there all the same. */
  | { outcome: 'failed'; why: string; sent: boolean };

/** What curators say to everybody about calls. Nothing is ever announced without a press of theirs. */
export interface Announcements {
  /** Newest call first; `callId`: of this one alone. */
  list(callId?: string): Promise<AnnouncementDraft[]>;
  post(order: AnnouncementOrder): Promise<AnnouncementOutcome>;
}
