import type { Call } from '../../calls/call.ts';
import type { Locale, PostRef, StoredFile } from '../../requests/index.ts';
import type { RenditionLimits } from '../chat-platform.ts';

/** What a platform does not take in an announcement. */
export type AnnouncementProblem = 'empty' | 'too-long' | 'link' | 'mention';

/** Where on a platform a call is told to everybody. */
export interface AnnouncingPlace {
  /** Digits and small letters, unique over all platforms; empty: X, which was there alone, and its posts have shorter keys. */
  id: string;
  /** As people know it; null where the platform's name says it. Untrusted text. */
  name: string | null;
  /** What is spoken there; null: nobody knows. */
  locale: Locale | null;
}

export interface Announcement {
  /** Unique to it: the same key is never announced twice, unless the first one was taken down. */
  key: string;
  /** ISO 8601. Another moment under the same key: the one before was taken down. */
  intendedAt: string;
  /** An id of one of `places`. */
  place: string;
  /** As `compose` made it. */
  text: string;
  locale: Locale;
  clip: AnnouncedClip | null;
}

export interface AnnouncedClip {
  requestId: string;
  file: StoredFile;
  poster: StoredFile;
  altText: string;
}

/** The port to a platform on which calls are announced to everybody. Nothing in it retries by itself. */
export interface Announcer {
  /** The platform's. */
  readonly id: string;
  /** In characters as the platform counts them. */
  readonly textLength: number;
  readonly rendition: RenditionLimits;
  /** Where the call concerns somebody. */
  places(call: Call): Promise<AnnouncingPlace[]>;
  /** What a person wrote, as it may stand there: it names nobody and links nowhere. */
  plain(words: string): string;
  /** How one asks for a clip from there. */
  howToAsk(locale: Locale): string;
  /** The whole text of an announcement; the same words under the same key are always the same text. */
  compose(words: string, key: string, locale: Locale): string;
  problemsOf(text: string): AnnouncementProblem[];
  announce(announcement: Announcement): Promise<PostRef>;
  /** The announcement that was meant to be made then, if it was made. Asked before it is made again. */
  findAnnouncement(announcement: Pick<Announcement, 'key' | 'place' | 'intendedAt'>): Promise<PostRef | null>;
}
