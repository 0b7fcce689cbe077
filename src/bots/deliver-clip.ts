import type { StepContext, StepHandler } from '../queue/step-handler.ts';
import {
  AdapterError,
  type Clip,
  type Clock,
  type PostRef,
  type RequestIn,
  type RequestStore,
  type StoredFile,
} from '../requests/index.ts';
import type { ChatPlatform, OutgoingPost, RenditionLimits } from './chat-platform.ts';
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
  /** The clip in so many bytes at most, and otherwise as the platform takes it; null where that cannot be. */
  makeSmaller: (clip: Clip, limits: RenditionLimits, signal: AbortSignal) => Promise<StoredFile | null>;
}

/** Answers the post with the finished clip, exactly once. */
export function createDeliverClip(dependencies: DeliverClipDependencies): StepHandler<'deliver'> {
  const { platforms, requests } = dependencies;
  return async ({ request, isCurrent, signal }) => {
    const platform = platforms.byId(request.post.platform);
    if (request.state !== 'ready') {
      // Taken back while an earlier try was under way, which may have got through.
      if (request.state === 'withdrawn') await takeDown(request, platform, dependencies);
      return { next: 'nothing' };
    }
    if (!platform) {
      const error = `The platform ${request.post.platform} is not configured any more`;
      return { next: 'apply', event: { kind: 'gave-up', during: 'delivering', error } };
    }
    if (!(await platform.stillThere(request.post))) {
      return { next: 'apply', event: { kind: 'withdrawn', by: 'platform' } };
    }
    const reply = await publishSmallEnough(platform, request, dependencies, { isCurrent, signal });
    if (reply === 'gone') return { next: 'apply', event: { kind: 'withdrawn', by: 'platform' } };
    if (reply === 'too-large') {
      const error = `${platform.id} does not take the clip, however small it is made`;
      return { next: 'apply', event: { kind: 'gave-up', during: 'delivering', error } };
    }
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

/** Removes the reply of a request that was taken back, where it was posted after all. */
async function takeDown(
  { id, post }: RequestIn<'withdrawn'>,
  platform: ChatPlatform | null,
  { ownPosts }: Pick<DeliverClipDependencies, 'ownPosts'>,
): Promise<void> {
  const key = clipKey(id);
  const meant = await ownPosts.find(key);
  const reply = meant && (meant.ref ?? (await platform?.findOwnReply(post, key)));
  if (reply) await platform?.remove(reply);
}

/** A platform's real limit may be below what it says: then the clip goes out smaller. */
async function publishSmallEnough(
  platform: ChatPlatform,
  request: RequestIn<'ready'>,
  { ownPosts, clock, makeSmaller }: DeliverClipDependencies,
  { isCurrent, signal }: Pick<StepContext<'deliver'>, 'isCurrent' | 'signal'>,
): Promise<PostRef | null | 'too-large' | 'gone'> {
  const { clip } = request;
  const { rendition, smallerBytes } = platform.limits;
  let file: StoredFile | null = clip.renditions[platform.id] ?? clip.master;
  // Made for whoever asked first, elsewhere: nobody has looked yet whether it fits here.
  if (request.merged && !clip.renditions[platform.id]) file = await makeSmaller(clip, rendition, signal);
  const sizes = smallerBytes.filter((bytes) => bytes < (file?.bytes ?? 0));
  for (const maxBytes of [null, ...sizes]) {
    if (maxBytes !== null) file = await makeSmaller(clip, { ...rendition, maxBytes }, signal);
    if (!file) return 'too-large';
    try {
      return await publishOnce(platform, clipPost(request, file), { ownPosts, clock, isCurrent });
    } catch (error) {
      // It was there a moment ago, and nothing was said to it.
      if (error instanceof AdapterError && error.code === 'post-gone') return 'gone';
      if (!(error instanceof AdapterError) || error.code !== 'too-large') throw error;
    }
  }
  return 'too-large';
}

function clipPost(request: RequestIn<'ready'>, file: StoredFile): OutgoingPost {
  const { clip, post, requester, locale, id } = request;
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
