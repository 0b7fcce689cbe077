import type { StepHandler } from '../queue/step-handler.ts';
import type { OwnPosts } from './own-posts.ts';
import type { Platforms } from './platforms.ts';

export interface RemoveReplyDependencies {
  platforms: Platforms;
  ownPosts: Pick<OwnPosts, 'about' | 'forget'>;
}

/** Takes a reply down at its platform, and what shows its clip to everybody. */
export function createRemoveReply({ platforms, ownPosts }: RemoveReplyDependencies): StepHandler<'remove-reply'> {
  return async ({ request }) => {
    if (request.state !== 'removed') return { next: 'nothing' };
    await platforms.byId(request.reply.platform)?.remove(request.reply);
    for (const { key, kind, ref } of await ownPosts.about(request.id)) {
      if (kind !== 'announcement' || ref === null) continue;
      await platforms.byId(ref.platform)?.remove(ref);
      await ownPosts.forget(key);
    }
    return { next: 'nothing' };
  };
}
