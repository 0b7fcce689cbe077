import type { PostRef } from '../requests/index.ts';

/** A post of ours as we know it: meant to be made, or made. */
export interface OwnPost {
  key: string;
  requestId: string | null;
  kind: 'status' | 'clip' | 'answer';
  platform: string;
  /** Null while it is not known whether it was made. */
  ref: PostRef | null;
  intendedAt: string;
}

/** Remembers our posts, so that each is made once even when the process dies between posting and saving. */
export interface OwnPosts {
  /** Writes the intent. `fresh` is false when it was there before: then the platform is asked first. */
  intend(post: Omit<OwnPost, 'ref'>): Promise<{ fresh: boolean; post: OwnPost }>;
  posted(key: string, ref: PostRef): Promise<void>;
  find(key: string): Promise<OwnPost | null>;
  findByRef(ref: Pick<PostRef, 'platform' | 'id'>): Promise<OwnPost | null>;
}
