import type { RoomPost } from '../../bots/room/room-posts.ts';

/** A post as node-postgres reads it. */
export interface RoomPostRow {
  id: string;
  thread_id: string;
  author: RoomPost['author'];
  kind: RoomPost['kind'];
  text: string;
  locale: RoomPost['locale'];
  picture: RoomPost['picture'];
  video: RoomPost['video'];
  in_reply_to: string | null;
  remix_of: string | null;
  request_id: string | null;
  key: string | null;
  posted_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
}

export function toRoomPost(row: RoomPostRow): RoomPost {
  return {
    id: row.id,
    author: row.author,
    kind: row.kind,
    text: row.text,
    locale: row.locale,
    picture: row.picture,
    video: row.video,
    inReplyTo: row.in_reply_to,
    ...(row.remix_of === null ? {} : { remixOf: row.remix_of }),
    requestId: row.request_id,
    key: row.key,
    postedAt: row.posted_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    removed: row.removed_at !== null,
  };
}
