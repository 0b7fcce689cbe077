import type { StepHandler } from '../queue/step-handler.ts';
import type { Clock, RequestIn, RequestStore } from '../requests/index.ts';
import type { OutgoingPost } from './chat-platform.ts';
import type { OwnPosts } from './own-posts.ts';
import type { Platforms } from './platforms.ts';
import { clipKey } from './post-keys.ts';
import { publishOnce } from './publish-once.ts';
import { clipText } from './texts.ts';

export interface DeliverClipDependencies {
  platforms: Platforms;
  ownPosts: OwnPosts;
  requests: RequestStore;
  clock: Clock;
}

/** Answers the post with the finished clip, exactly once. */
export function createDeliverClip(dependencies: DeliverClipDependencies): StepHandler<'deliver'> {
  const { platforms, ownPosts, requests, clock } = dependencies;
  return async ({ request, isCurrent }) => {
    if (request.state !== 'ready') return { next: 'nothing' };
    const platform = platforms.byId(request.post.platform);
    if (!platform) {
      const error = `The platform ${request.post.platform} is not configured any more`;
      return { next: 'apply', event: { kind: 'gave-up', during: 'delivering', error } };
    }
    if (!(await platform.stillThere(request.post))) {
      return { next: 'apply', event: { kind: 'withdrawn', by: 'platform' } };
    }
    const reply = await publishOnce(platform, clipPost(request), { ownPosts, clock, isCurrent });
    if (!reply) return { next: 'nothing' };
    return {
      next: 'apply',
      event: { kind: 'reply-posted', reply },
      ifMoot: async () => {
        // Taken back while the reply was on its way. Moot also means that another worker recorded this very reply.
        const now = await requests.find(request.id);
        if (now?.state === 'withdrawn') await platform.remove(reply);
      },
    };
  };
}

function clipPost(request: RequestIn<'ready'>): OutgoingPost {
  const { clip, post, requester, locale, id } = request;
  const file = clip.renditions[post.platform] ?? clip.master;
  return {
    kind: 'clip',
    inReplyTo: post,
    key: clipKey(id),
    requestId: id,
    locale,
    text: clipText(request),
    notify: requester,
    video: { file, poster: clip.poster, altText: clip.altText },
  };
}
