import { placeOf, placesOn } from '../../calls/call.ts';
import { type Clock, toInstant } from '../../requests/index.ts';
import { sayToEverybody } from '../../wording/index.ts';
import type { Announcement, Announcer } from '../announcing/announcer.ts';
import { ROOM, ROOM_BOT, ROOM_LIMITS, refOf } from './room-platform.ts';
import type { RoomPosts } from './room-posts.ts';

/** Everything that is told in the room stands in one place. */
const PLACE = { id: ROOM, name: null, locale: null };
const PLACES = [placesOn(ROOM), placeOf({ platform: ROOM, channel: ROOM })];

/** Posts about calls in the room, beside those of visitors. */
export function createRoomAnnouncer({
  posts,
  clock,
}: {
  posts: Pick<RoomPosts, 'add' | 'findByKey'>;
  clock: Clock;
}): Announcer {
  return {
    id: ROOM,
    textLength: ROOM_LIMITS.textLength,
    rendition: ROOM_LIMITS.rendition,
    places: async ({ places }) => (places === null || places.some((place) => PLACES.includes(place)) ? [PLACE] : []),
    // Our page shows it letter by letter.
    plain: (words) => words,
    howToAsk: (locale) => sayToEverybody(locale, 'how-room'),
    compose: (words) => words,
    problemsOf: (text) => (text.length > ROOM_LIMITS.textLength ? ['too-long'] : []),

    async announce({ key, intendedAt, text, locale, clip }) {
      const made = await posts.add({
        ...{ author: ROOM_BOT, kind: 'announcement', text, locale, picture: null, inReplyTo: null },
        video: clip && { file: clip.file, poster: clip.poster, altText: clip.altText },
        requestId: clip?.requestId ?? null,
        key: keyOf({ key, intendedAt }),
        postedAt: toInstant(clock()),
      });
      return refOf(made);
    },

    async findAnnouncement(announcement) {
      const found = await posts.findByKey(keyOf(announcement));
      return found && !found.removed ? refOf(found) : null;
    },
  };
}

/** One that was taken down keeps its key. */
function keyOf({ key, intendedAt }: Pick<Announcement, 'key' | 'intendedAt'>): string {
  return `${key} ${intendedAt}`;
}
