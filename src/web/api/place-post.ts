import { ROOM_MENTION, type RoomPosts } from '../../bots/room/room-posts.ts';
import type { RequestStore } from '../../requests/index.ts';
import type { PostForm } from './read-post-form.ts';

type Fields = Extract<PostForm, { ok: true }>['fields'];

export type PostPlace =
  | { ok: true; inReplyTo: string | null; remixOf?: string }
  | { ok: false; code: 'no-such-post' | 'no-such-clip'; detail: { field: 'inReplyTo' | 'remixOf' } };

/**
 * Where a post goes: below what it answers; to a thread of its own where it answers nothing or asks for a clip anew, since what
 * becomes of a request is shown below the first post of a thread.
 */
export async function placePost(
  { roomPosts, requests }: { roomPosts: Pick<RoomPosts, 'find'>; requests: Pick<RequestStore, 'find'> },
  { inReplyTo, remixOf }: Fields,
  text: string,
): Promise<PostPlace> {
  if (remixOf) {
    const request = await requests.find(remixOf);
    if (request?.state === 'delivered') return { ok: true, inReplyTo: null, remixOf: request.id };
    return { ok: false, code: 'no-such-clip', detail: { field: 'remixOf' } };
  }
  if (!inReplyTo) return { ok: true, inReplyTo: null };
  const answered = await roomPosts.find(inReplyTo);
  if (!answered || answered.removed) return { ok: false, code: 'no-such-post', detail: { field: 'inReplyTo' } };
  if (answered.kind === 'clip' && answered.requestId !== null && ROOM_MENTION.test(text)) {
    return { ok: true, inReplyTo: null, remixOf: answered.requestId };
  }
  // Threads are one deep: who answers an answer answers the thread.
  return { ok: true, inReplyTo: answered.inReplyTo ?? answered.id };
}
