import type { RoomPost } from '../../bots/room/room-posts.ts';
import type { PromptRequest } from '../../requests/index.ts';
import type { RequestView, RoomPostView, ThreadView } from './contract.ts';
import { fileUrl, isPostShownTo } from './file-access.ts';
import { isMine, type Viewer } from './viewer.ts';

/** A post with all that answers it, as the room keeps it. */
export interface Thread {
  post: RoomPost;
  answers: RoomPost[];
}

export function threadView(
  { post, answers }: Thread,
  request: PromptRequest | null,
  view: RequestView | null,
  viewer: Viewer,
): ThreadView {
  return {
    post: postView(post, request, viewer),
    answers: answers.map((answer) => postView(answer, null, viewer)),
    request: view,
  };
}

function postView(post: RoomPost, request: PromptRequest | null, viewer: Viewer): RoomPostView {
  const { id, kind, author, locale, postedAt, editedAt } = post;
  const shown = isPostShownTo(post, request, viewer);
  return {
    id,
    kind,
    authorName: author.name,
    mine: isMine(viewer, author),
    text: shown ? post.text : '',
    locale,
    pictureUrl: shown && post.picture ? fileUrl(post.picture, { post: id }) : null,
    postedAt,
    edited: editedAt !== null,
    removed: !shown,
    requestId: post.requestId ?? request?.id ?? null,
  };
}
