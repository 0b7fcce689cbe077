import type {
  ChatPlatform,
  IncomingEvent,
  IncomingHandler,
  IncomingPost,
  OutgoingPost,
  PlatformLimits,
} from '../../src/bots/chat-platform.ts';
import { AdapterError, type PostRef } from '../../src/requests/index.ts';

/** A place where people talk, as it stands at its operator's: what people see there, and nothing of ours. */
export interface FakePlaza {
  /** What people posted, in the order in which they did. */
  readonly asked: IncomingPost[];
  /** Every post that was made for us: the same one twice is seen twice, since this place knows no keys. */
  readonly replies: { ref: PostRef; post: OutgoingPost; removed: boolean }[];
}

export interface FakeChatPlatformOptions {
  plaza: FakePlaza;
  limits: PlatformLimits;
  /** Whether the answer to the n-th post (from 1) is lost, though the post was made. */
  answerIsLost?: (nth: number, post: OutgoingPost) => boolean;
  /** How events reach the listener; they may come twice, late and in any order. */
  deliver?: (events: readonly IncomingEvent[], handler: IncomingHandler) => Promise<void>;
}

export function createFakePlaza(): FakePlaza {
  return { asked: [], replies: [] };
}

/** A platform without idempotency keys: only looking before posting keeps a second reply away. */
export function createFakeChatPlatform(options: FakeChatPlatformOptions): ChatPlatform {
  const { plaza, limits, answerIsLost = () => false } = options;
  const deliver = options.deliver ?? (async (events, handler) => void (await Promise.all(events.map(handler))));
  let posts = 0;
  const find = (ref: PostRef) => plaza.replies.find((reply) => reply.ref.id === ref.id);

  return {
    id: 'plaza',
    limits,
    async listen(handler) {
      await deliver(
        plaza.asked.map((post) => ({ kind: 'mentioned', post })),
        handler,
      );
    },
    async close() {},
    async publish(post) {
      posts += 1;
      const ref = { platform: 'plaza', channel: 'square', id: `reply-${plaza.replies.length + 1}` };
      plaza.replies.push({ ref, post, removed: false });
      if (!answerIsLost(posts, post)) return ref;
      throw new AdapterError('No answer came in time', { adapter: 'plaza', code: 'timeout', retryable: true });
    },
    async edit(ref, post) {
      const reply = find(ref);
      if (reply) reply.post = post;
    },
    async remove(ref) {
      const reply = find(ref);
      if (reply) reply.removed = true;
    },
    async findOwnReply(to, key) {
      const found = plaza.replies.find(
        ({ post, removed }) => post.inReplyTo.id === to.id && post.key === key && !removed,
      );
      return found?.ref ?? null;
    },
    async stillThere(ref) {
      return plaza.asked.some((post) => post.ref.id === ref.id);
    },
  };
}
