import { randomUUID } from 'node:crypto';
import type { RoomPosts } from '../../bots/room/room-posts.ts';
import { memberKey } from '../../requests/index.ts';
import type { News } from '../news.ts';
import { toJson, toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { type RoomPostRow, toRoomPost } from './room-post-row.ts';

/** A change of a post and its event in one statement, so in one transaction. The moment is the second value. */
function withEvent(kind: 'posted' | 'edited' | 'removed', change: string): string {
  return `
with changed as (${change} returning *),
event as (insert into room_events (kind, post_id, at) select '${kind}', id, $2::timestamptz from changed)
select * from changed`;
}

const ADD = {
  name: 'add-room-post',
  text: withEvent(
    'posted',
    `
  insert into room_posts (id, posted_at, thread_id, author, author_key, kind, text, locale, picture, video,
    in_reply_to, request_id, key, remix_of)
  values ($1, $2, coalesce((select thread_id from room_posts where id = $10), $1), $3::jsonb, $4, $5, $6, $7, $8::jsonb,
    $9::jsonb, $10, $11, $12, $13)
  on conflict (key) do nothing`,
  ),
};

const EDIT = {
  name: 'edit-room-post',
  text: withEvent(
    'edited',
    `
  update room_posts set edited_at = $2::timestamptz, text = coalesce($3, text),
    picture = case when $4::boolean then $5::jsonb else picture end,
    video = case when $6::boolean then $7::jsonb else video end
  where id = $1 and removed_at is null`,
  ),
};

const REMOVE = {
  name: 'remove-room-post',
  text: withEvent(
    'removed',
    `
  update room_posts set removed_at = $2::timestamptz, text = '', picture = null, video = null
  where id = $1 and removed_at is null`,
  ),
};

export const FIND = { name: 'find-room-post', text: 'select * from room_posts where id = $1' };
export const FIND_BY_KEY = { name: 'find-room-post-by-key', text: 'select * from room_posts where key = $1' };

export function changeRoomPosts(records: Records, news: News): Pick<RoomPosts, 'add' | 'edit' | 'remove'> {
  async function change(statement: { name: string; text: string }, values: readonly unknown[]) {
    const [row] = await records.run<RoomPostRow>(statement, values);
    if (row) news.publish('room');
    return row ? toRoomPost(row) : null;
  }

  /** A post that was removed before is as it should be, and answered as it is. */
  async function asItIs(id: string) {
    const [row] = await records.run<RoomPostRow>(FIND, [toText(id)]);
    return row ? toRoomPost(row) : null;
  }

  return {
    async add(post) {
      const made = await change(ADD, [
        randomUUID(),
        post.postedAt,
        toJson(post.author),
        toText(memberKey(post.author)),
        post.kind,
        toText(post.text),
        post.locale,
        post.picture && toJson(post.picture),
        post.video && toJson(post.video),
        post.inReplyTo && toText(post.inReplyTo),
        post.requestId,
        post.key,
        post.remixOf === undefined ? null : toText(post.remixOf),
      ]);
      if (made) return made;
      const [known] = await records.run<RoomPostRow>(FIND_BY_KEY, [post.key]);
      if (!known) throw new Error(`The room's post ${post.key} is neither new nor known`);
      return toRoomPost(known);
    },

    async edit(id, { text, picture, video }, at) {
      const values = [
        toText(id),
        at,
        text === undefined ? null : toText(text),
        picture !== undefined,
        picture ? toJson(picture) : null,
        video !== undefined,
        video ? toJson(video) : null,
      ];
      return (await change(EDIT, values)) ?? asItIs(id);
    },

    remove: async (id, at) => (await change(REMOVE, [toText(id), at])) ?? asItIs(id),
  };
}
