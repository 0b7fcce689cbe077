import { type Clock, type PostRef, toInstant } from '../requests/index.ts';
import type { OwnPost, OwnPosts } from './own-posts.ts';

export interface PostOnceOptions {
  ownPosts: OwnPosts;
  clock: Clock;
  /** The post, if an earlier try got through. `since` (ISO 8601) is when it was first meant to be made. */
  find: (since: string) => Promise<PostRef | null>;
  post: (since: string) => Promise<PostRef>;
  /** Asked right before the post is sent; false when another process took over. */
  isCurrent?: () => Promise<boolean>;
}

/**
 * Makes a post of ours exactly once. The intent is saved first; where it stood there before, an earlier try may have
 * got through, so the platform is asked before anything is sent. Null when another process took over.
 */
export async function postOnce(
  intent: Pick<OwnPost, 'key' | 'requestId' | 'kind' | 'platform'>,
  { ownPosts, clock, find, post, isCurrent = async () => true }: PostOnceOptions,
): Promise<PostRef | null> {
  const { fresh, post: known } = await ownPosts.intend({ ...intent, intendedAt: toInstant(clock()) });
  if (known.ref) return known.ref;
  const found = fresh ? null : await find(known.intendedAt);
  if (!found && !(await isCurrent())) return null;
  const ref = found ?? (await post(known.intendedAt));
  await ownPosts.posted(intent.key, ref);
  return ref;
}
