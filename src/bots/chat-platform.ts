import type { Standing } from '../calls/standing.ts';
import type { Locale, Member, PostRef, StoredFile } from '../requests/index.ts';

/** What a rendition must be for a platform to take it. */
export interface RenditionLimits {
  maxBytes: number;
  /** In pixels, of the longer and the shorter side. */
  maxLongSide: number;
  maxShortSide: number;
  /** The longer side by the shorter, at most: 3 for shapes from 1:3 to 3:1. */
  maxStretch: number;
  minSeconds: number;
  maxSeconds: number;
  maxFramesPerSecond: number;
}

/** How platforms differ, as data. */
export interface PlatformLimits {
  /** Longest text of a post, counted as the platform counts. */
  textLength: number;
  /** Longest description of a video for those who do not see it, in characters; 0 where there is none. */
  altTextLength: number;
  /** Whether a status post may be made and edited before the clip is there. X allows one reply only. */
  statusPosts: boolean;
  /** Whether one post tells of a request that comes to nothing, where there are no status posts. */
  declinePosts: boolean;
  /** Whether who asked can appeal there when it came to nothing. */
  appeals: boolean;
  /** Whether a post that became no request is answered with what was wrong with it. */
  answers: boolean;
  /** At most one edit of the same post in this time, in milliseconds. */
  editEveryMs: number;
  /**
   * How long a status post shows how far the clip is, in milliseconds from when it was made; 0: it tells states only.
   * Discord holds edits of older posts back.
   */
  progressForMs: number;
  rendition: RenditionLimits;
  /** Sizes in bytes to try, one after another, when the platform finds a file `too-large` that keeps to its limits. */
  smallerBytes: readonly number[];
}

/** A post of a person's, as heard. All of it is untrusted. */
export interface IncomingPost {
  ref: PostRef;
  /** The channel in which the post's own hangs, as a thread does; absent: it hangs in none. */
  withinChannel?: string;
  author: Member;
  standing: Standing;
  /** The text with the mention in it, as `@opencall` in the place where it stood. */
  text: string;
  /** The first picture that came with it and is the author's own, already taken in and re-encoded. */
  picture: StoredFile | null;
  /** The post it answers. */
  inReplyTo: PostRef | null;
  /** The request whose clip it is to be made of, where its author chose one without answering it; absent: none. */
  remixOf?: string;
  /** It answers a call's announcement, and only the platform put the bot's name to it; absent everywhere else. */
  unnamed?: true;
  /** The person's language where the platform tells it, as BCP 47. */
  language: string | null;
  postedAt: string;
}

export type IncomingEvent =
  | { kind: 'mentioned'; post: IncomingPost }
  | { kind: 'edited'; post: IncomingPost }
  /** The author of the post that asked wants what came of it looked at again. `words` is untrusted text. */
  | { kind: 'appealed'; ref: PostRef; words: string }
  | { kind: 'deleted'; ref: PostRef };

/** Resolves when the event is durable; a rejection means that it must be delivered again. */
export type IncomingHandler = (event: IncomingEvent) => Promise<void>;

/** A post of ours. */
export interface OutgoingPost {
  /** `status` tells how a request stands, `clip` carries the result, `answer` says what was wrong with a post. */
  kind: 'status' | 'clip' | 'answer';
  inReplyTo: PostRef;
  /** Unique to this post: the same key is never posted twice. ≤ 25 characters (Discord's nonce). */
  key: string;
  /** The request it is about; null for an answer to a post that became none. */
  requestId: string | null;
  locale: Locale;
  text: string;
  /** The one member who may be notified. */
  notify: Member;
  video: { file: StoredFile; poster: StoredFile; altText: string } | null;
}

/**
 * The port to a place where people talk. Nothing in it retries by itself; see `AdapterError`. A file that the platform
 * does not take throws `too-large`.
 */
export interface ChatPlatform {
  readonly id: string;
  readonly limits: PlatformLimits;
  /** Catches up with what was posted while nobody listened, then hears on. Returns once it hears. */
  listen(handler: IncomingHandler): Promise<void>;
  /** Hears nothing any more; resolves when the handler has come to rest. */
  close(): Promise<void>;
  publish(post: OutgoingPost): Promise<PostRef>;
  edit(ref: PostRef, post: OutgoingPost): Promise<void>;
  /** Removes a post of ours; one that is gone already is no error. */
  remove(ref: PostRef): Promise<void>;
  /** A post of ours that answers the given one under the given key, if it is there. Asked before posting again. */
  findOwnReply(to: PostRef, key: string): Promise<PostRef | null>;
  /** Whether the post still stands and may be answered. */
  stillThere(ref: PostRef): Promise<boolean>;
}
