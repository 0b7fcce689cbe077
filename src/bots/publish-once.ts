import { type Clock, type PostRef, toInstant } from '../requests/index.ts';
import type { ChatPlatform, OutgoingPost } from './chat-platform.ts';
import type { OwnPosts } from './own-posts.ts';

export interface PublishOnceDependencies {
  ownPosts: OwnPosts;
  clock: Clock;
  /** Asked right before the post is sent; false when another process took over. */
  isCurrent?: () => Promise<boolean>;
}

/**
 * Makes a post of ours exactly once. The intent is saved first; where it stood there before, an earlier try may have
 * got through, so the platform is asked before anything is sent. Null when another process took over.
 */
export async function publishOnce(
  platform: ChatPlatform,
  post: OutgoingPost,
  { ownPosts, clock, isCurrent = async () => true }: PublishOnceDependencies,
): Promise<PostRef | null> {
  const { key, requestId, kind, inReplyTo } = post;
  const intent = { key, requestId, kind, platform: platform.id, intendedAt: toInstant(clock()) };
  const { fresh, post: known } = await ownPosts.intend(intent);
  if (known.ref) return known.ref;
  const found = fresh ? null : await platform.findOwnReply(inReplyTo, key);
  if (!found && !(await isCurrent())) return null;
  const ref = found ?? (await platform.publish(post));
  await ownPosts.posted(key, ref);
  return ref;
}
