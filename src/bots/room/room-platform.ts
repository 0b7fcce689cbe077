import { UNKNOWN_STANDING } from '../../calls/standing.ts';
import {
  type Clock,
  type CursorStore,
  type FeedCursor,
  type Following,
  followFeed,
  type HistoryFeed,
  keptPosition,
  type PostRef,
  toInstant,
} from '../../requests/index.ts';
import type { ChatPlatform, IncomingEvent, OutgoingPost, PlatformLimits } from '../chat-platform.ts';
import { ROOM_MENTION, type RoomEvent, type RoomPost, type RoomPosts } from './room-posts.ts';

export interface RoomPlatformDependencies {
  posts: RoomPosts;
  cursors: CursorStore;
  /** Where a listener that never listened starts. */
  beginning: HistoryFeed['beginning'];
  clock: Clock;
  onError: (error: unknown) => void;
}

export const ROOM = 'room';
const FOLLOWER = 'room-listener';

export const ROOM_LIMITS: PlatformLimits = {
  textLength: 2000,
  altTextLength: 1000,
  statusPosts: true,
  declinePosts: false,
  appeals: true,
  answers: true,
  editEveryMs: 0,
  progressForMs: 0,
  rendition: {
    maxBytes: 200 * 1024 * 1024,
    maxLongSide: 1920,
    maxShortSide: 1080,
    maxStretch: 4,
    minSeconds: 0.5,
    maxSeconds: 600,
    maxFramesPerSecond: 60,
  },
  smallerBytes: [],
};

/** The bot's own member in the room. */
export const ROOM_BOT = { platform: ROOM, id: 'opencall', name: 'Open Call' } as const;

/**
 * The web page of our own, as a place where people talk. Its posts stand in our records as Discord's stand at Discord;
 * the bot reads what happened there from a cursor of its own, so what was posted while it was away is heard later.
 */
export function createRoomPlatform({
  posts,
  cursors,
  beginning,
  clock,
  onError,
}: RoomPlatformDependencies): ChatPlatform {
  let following: Following | null = null;
  const readEvents = async (after: FeedCursor, limit: number) => {
    const { events, cursor } = await posts.events(after, limit);
    return { entries: events, cursor };
  };

  return {
    id: ROOM,
    limits: ROOM_LIMITS,

    async listen(handler) {
      following = followFeed({
        feed: { read: readEvents, onNews: posts.onNews },
        position: keptPosition(cursors, FOLLOWER, () => beginning),
        handle: async (events) => {
          await Promise.all(events.flatMap(toIncoming).map(handler));
        },
        onError,
      });
      await following.caughtUp;
    },

    async close() {
      await following?.close();
    },

    async publish(post) {
      const made = await posts.add({
        author: ROOM_BOT,
        kind: post.kind,
        text: post.text,
        locale: post.locale,
        picture: null,
        video: post.video,
        inReplyTo: post.inReplyTo.id,
        requestId: post.requestId,
        key: post.key,
        postedAt: toInstant(clock()),
      });
      return refOf(made);
    },

    async edit(ref, post: OutgoingPost) {
      await posts.edit(ref.id, { text: post.text, video: post.video }, toInstant(clock()));
    },

    async remove(ref) {
      await posts.remove(ref.id, toInstant(clock()));
    },

    async findOwnReply(to, key) {
      const found = await posts.findByKey(key);
      return found && found.inReplyTo === to.id && !found.removed ? refOf(found) : null;
    },

    async stillThere(ref) {
      const found = await posts.find(ref.id);
      return found !== null && !found.removed;
    },
  };
}

export function refOf(post: Pick<RoomPost, 'id'>): PostRef {
  return { platform: ROOM, channel: ROOM, id: post.id };
}

/** Visitors' posts that speak to the bot, and what becomes of them. The bot's own posts are nobody's request. */
function toIncoming({ kind, post }: RoomEvent): IncomingEvent[] {
  if (post.kind !== 'post') return [];
  if (kind === 'removed') return [{ kind: 'deleted', ref: refOf(post) }];
  // A later event shows the post as it is now: removed meanwhile, it is heard as that.
  if (post.removed || !ROOM_MENTION.test(post.text)) return [];
  const incoming = {
    ref: refOf(post),
    author: post.author,
    standing: UNKNOWN_STANDING,
    text: post.text,
    picture: post.picture,
    inReplyTo: post.inReplyTo === null ? null : refOf({ id: post.inReplyTo }),
    ...(post.remixOf === undefined ? {} : { remixOf: post.remixOf }),
    language: post.locale,
    postedAt: post.postedAt,
  };
  return [{ kind: kind === 'edited' ? 'edited' : 'mentioned', post: incoming }];
}
