import type { Locale, PostRef } from '../../requests/index.ts';
import type { AnnouncementProblem } from './announcer.ts';

export type AnnouncedEvent = 'opened' | 'closed';

/** What can be announced of a call, or was. */
export interface AnnouncementDraft {
  platform: string;
  callId: string;
  what: AnnouncedEvent;
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

export interface AnnouncementOrder {
  callId: string;
  what: AnnouncedEvent;
  locale: Locale;
  words: string;
  withClip: boolean;
}

export type AnnouncementOutcome =
  | { outcome: 'posted' | 'posted-already'; ref: PostRef }
  | { outcome: 'problems'; problems: AnnouncementProblem[] }
  /** Another press is at it. */
  | { outcome: 'under-way' }
  /** There is no such call, or nothing of it to announce now. */
  | { outcome: 'not-now' }
  /** `sent`: it may be there all the same. */
  | { outcome: 'failed'; why: string; sent: boolean };

/** What curators say to everybody about calls. Nothing is ever announced without a press of theirs. */
export interface Announcements {
  /** Newest call first. */
  list(): Promise<AnnouncementDraft[]>;
  post(order: AnnouncementOrder): Promise<AnnouncementOutcome>;
}
