import type { RoomEvent, RoomPosts } from '../../bots/room/room-posts.ts';
import { AFTER_CURSOR, endOf, FEED_BEGINNING, type FeedPlace, fromCursor, toCursor } from '../feed.ts';
import type { News } from '../news.ts';
import { toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { changeRoomPosts, FIND, FIND_BY_KEY } from './change-room-posts.ts';
import { type RoomPostRow, toRoomPost } from './room-post-row.ts';

/** A page of threads with all their answers, in one statement. `$1` is the post before which to look. */
const THREADS = {
  name: 'room-threads',
  text: `
with page as (
  select id, seq from room_posts
  where in_reply_to is null and ($2::text is null or author_key = $2)
    and ($1::text is null or seq < (select seq from room_posts where id = $1))
  order by seq desc limit $3)
select room_posts.* from page join room_posts on room_posts.thread_id = page.id
order by page.seq desc, room_posts.seq`,
};

const THREAD = {
  name: 'room-thread',
  text: `
select room_posts.* from room_posts as first join room_posts on room_posts.thread_id = first.id
where first.id = $1 and first.in_reply_to is null
order by room_posts.seq`,
};

/** Events name their posts; what a post holds is read from the post, so that what was removed is gone everywhere. */
const EVENTS = {
  name: 'room-events',
  text: `
with page as (
  select tx, seq, kind, post_id from room_events where ${AFTER_CURSOR} order by tx, seq limit $3)
select page.tx, page.seq as event_seq, page.kind as event, room_posts.*
from page join room_posts on room_posts.id = page.post_id order by page.tx, page.seq`,
};
const END = { name: 'end-of-room-events', text: endOf('room_events') };

export function createRoomPosts(records: Records, news: News): RoomPosts {
  const one = ([row]: RoomPostRow[]) => (row ? toRoomPost(row) : null);
  return {
    ...changeRoomPosts(records, news),
    find: async (id) => one(await records.run(FIND, [toText(id)])),
    findByKey: async (key) => one(await records.run(FIND_BY_KEY, [toText(key)])),

    async thread(id) {
      return toThreads(await records.run<RoomPostRow>(THREAD, [toText(id)]))[0] ?? null;
    },
    async threads({ before, limit, author }) {
      return toThreads(await records.run<RoomPostRow>(THREADS, [before, author, limit]));
    },

    async end() {
      const [last] = await records.run<FeedPlace>(END);
      return toCursor(last, FEED_BEGINNING);
    },
    async events(after, limit) {
      const rows = await records.run<RoomEventRow>(EVENTS, [...fromCursor(after), limit]);
      const last = rows.at(-1);
      const events = rows.map((row): RoomEvent => ({ kind: row.event, post: toRoomPost(row) }));
      return { events, cursor: toCursor(last && { tx: last.tx, seq: last.event_seq }, after) };
    },
    onNews: (callback) => news.on('room', callback),
  };
}

interface RoomEventRow extends RoomPostRow {
  event: RoomEvent['kind'];
  tx: string;
  event_seq: string;
}

/** The first post of each thread comes first among its rows, since an answer is younger. */
function toThreads(rows: readonly RoomPostRow[]) {
  const byThread = Map.groupBy(rows, (row) => row.thread_id);
  return [...byThread.values()].flatMap(([first, ...answers]) =>
    first ? [{ post: toRoomPost(first), answers: answers.map(toRoomPost) }] : [],
  );
}
