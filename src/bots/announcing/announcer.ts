import type { Locale, PostRef, StoredFile } from '../../requests/index.ts';
import type { RenditionLimits } from '../chat-platform.ts';

/** What a platform does not take in an announcement. */
export type AnnouncementProblem = 'empty' | 'too-long' | 'link' | 'mention';

export interface Announcement {
  /** Unique to it: the same key is never announced twice. */
  key: string;
  /** As `compose` made it. */
  text: string;
  clip: { file: StoredFile; altText: string } | null;
}

/** The port to a platform on which calls are announced to everybody. Nothing in it retries by itself. */
export interface Announcer {
  /** The platform's. */
  readonly id: string;
  readonly rendition: RenditionLimits;
  /** What a person wrote, as it may stand there: it names nobody and links nowhere. */
  plain(words: string): string;
  /** The whole text of an announcement; the same words under the same key are always the same text. */
  compose(words: string, key: string, locale: Locale): string;
  problemsOf(text: string): AnnouncementProblem[];
  announce(announcement: Announcement): Promise<PostRef>;
  /** The announcement under this key, if it was made since then (ISO 8601). Asked before it is made again. */
  findAnnouncement(key: string, since: string): Promise<PostRef | null>;
}
