/** An account at X. */
export interface User {
  id: string;
  username: string;
  name: string;
  protected: boolean;
  suspended: boolean;
}

export interface Photo {
  key: string;
  bytes: Uint8Array;
  type: string;
}

/** One version of a post; an edit makes another one with an id of its own. */
export interface Post {
  id: string;
  author: User;
  text: string;
  /** Where the words begin after those who are answered, in code points. */
  displayFrom: number;
  /** The ids of all versions, oldest first; shared by them. */
  versions: string[];
  replyTo: string | null;
  quotes: string | null;
  photos: Photo[];
  mediaIds: string[];
  madeWithAi: boolean;
  createdAt: number;
  deleted: boolean;
  likes: Set<string>;
  language: string;
  /** Beyond 280 characters: `text` is its beginning then. */
  longText: string | null;
  /** Whether lists show it by now. */
  listed: boolean;
}

export type MediaState = 'uploading' | 'pending' | 'in_progress' | 'failed' | 'succeeded' | (string & {});

export interface Media {
  id: string;
  owner: User;
  totalBytes: number;
  type: string;
  segments: Map<number, Uint8Array>;
  /** What each look at it finds, in order; the last stays. */
  states: MediaState[];
  altText: string | null;
  /** What it is meant for, as announced. */
  category: string;
  /** Tied to it: in which language, and the media that holds them. */
  subtitles: { language: string; name: string; media: string } | null;
}

export interface World {
  bot: User;
  users: Map<string, User>;
  posts: Map<string, Post>;
  media: Map<string, Media>;
}

export function bytesOf({ segments }: Media): Buffer {
  return Buffer.concat([...segments].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes));
}

/** Whether a post names an account in what was written. */
export function mentions(post: Post, user: User): boolean {
  return new RegExp(`(?<![\\w@])@${user.username}(?!\\w)`, 'i').test(post.longText ?? post.text);
}

/** Whether people other than its author still see it. */
export function isVisible({ deleted, author }: Post): boolean {
  return !deleted && !author.protected && !author.suspended;
}
