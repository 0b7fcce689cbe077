import type { PostRef } from '../requests/index.ts';

/** A post of ours as we know it: meant to be made, or made. */
export interface OwnPost {
  key: string;
  requestId: string | null;
  kind: 'status' | 'clip' | 'answer' | 'card' | 'announcement';
  platform: string;
  /** Null while it is not known whether it was made. */
  ref: PostRef | null;
  intendedAt: string;
  /** A mark of what it shows, where that is kept; null otherwise. */
  shown: string | null;
}

/** Remembers our posts, so that each is made once even when the process dies between posting and saving. */
export interface OwnPosts {
  /** Writes the intent. `fresh` is false when it was there before: then the platform is asked first. */
  intend(post: Omit<OwnPost, 'ref' | 'shown'>): Promise<{ fresh: boolean; post: OwnPost }>;
  posted(key: string, ref: PostRef): Promise<void>;
  /** Keeps what a post shows now, so that it is not edited again to show the same. */
  showed(key: string, shown: string): Promise<void>;
  /** The post is gone, and may be made anew. */
  forget(key: string): Promise<void>;
  find(key: string): Promise<OwnPost | null>;
  /** All that are about a request, made or meant to be. */
  about(requestId: string): Promise<OwnPost[]>;
  findByRef(ref: Pick<PostRef, 'platform' | 'id'>): Promise<OwnPost | null>;
}
