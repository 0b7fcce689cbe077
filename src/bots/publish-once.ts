import type { PostRef } from '../requests/index.ts';
import type { ChatPlatform, OutgoingPost } from './chat-platform.ts';
import { type PostOnceOptions, postOnce } from './post-once.ts';

export type PublishOnceDependencies = Pick<PostOnceOptions, 'ownPosts' | 'clock' | 'isCurrent'>;

/** Answers on a platform exactly once. Null when another process took over. */
export async function publishOnce(
  platform: ChatPlatform,
  post: OutgoingPost,
  dependencies: PublishOnceDependencies,
): Promise<PostRef | null> {
  const { key, requestId, kind, inReplyTo } = post;
  return postOnce(
    { key, requestId, kind, platform: platform.id },
    {
      ...dependencies,
      find: () => platform.findOwnReply(inReplyTo, key),
      post: () => platform.publish(post),
    },
  );
}
