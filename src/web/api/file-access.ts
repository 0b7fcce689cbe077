import type { RoomPost } from '../../bots/room/room-posts.ts';
import type { Call } from '../../calls/call.ts';
import { approvalOf, type Clip, type PromptRequest, type StoredFile } from '../../requests/index.ts';
import { isMine, isShownTo, type Viewer } from './viewer.ts';

/**
 * Files are named by what is in them, and the same bytes may belong to several requests. So an address says by whose
 * right it is asked for, and that one record tells whether the asker may see it: no index of files is needed.
 */
export type FileOwner = { request: string } | { post: string } | { call: string };

export function fileUrl({ sha256 }: Pick<StoredFile, 'sha256'>, owner: FileOwner): string {
  return `/files/${sha256}?${new URLSearchParams(owner)}`;
}

/** The clip that a request has, whether or not it may be shown. */
export function clipOf(request: PromptRequest): Clip | null {
  if ('clip' in request) return request.clip;
  return request.state === 'in-review' ? (request.made?.clip ?? null) : null;
}

/** A clip is everybody's once it is delivered, and only a curator's before and after. */
export function clipShownTo(request: PromptRequest, viewer: Viewer): boolean {
  return request.state === 'delivered' || (viewer.curator !== null && clipOf(request) !== null);
}

/** A request's picture is its requester's and the curators'. */
export function pictureShownTo(request: PromptRequest, viewer: Viewer): StoredFile | null {
  return viewer.curator !== null || isMine(viewer, request.requester) ? request.picture : null;
}

/** All files of a request that the viewer may see. */
export function filesShownTo(request: PromptRequest, viewer: Viewer): StoredFile[] {
  const picture = pictureShownTo(request, viewer);
  const clip = clipShownTo(request, viewer) ? clipOf(request) : null;
  const preview = viewer.curator !== null && request.state === 'in-review' ? (request.preview?.file ?? null) : null;
  const still = viewer.curator !== null ? stillOf(request) : undefined;
  const shots = viewer.curator !== null && 'shots' in request ? request.shots : [];
  return [
    ...(picture ? [picture] : []),
    ...(preview ? [preview] : []),
    ...(still ? [still] : []),
    ...(clip ? filesOfClip(clip) : []),
    ...shots.flatMap((shot) => (shot.state === 'downloaded' ? [shot.file, ...(shot.still ? [shot.still] : [])] : [])),
  ];
}

function stillOf(request: PromptRequest): StoredFile | undefined {
  if (request.state !== 'in-review') return approvalOf(request)?.still;
  return request.still?.state === 'made' ? request.still.file : undefined;
}

function filesOfClip({ master, poster, contactSheet, renditions, narration, web, preview }: Clip): StoredFile[] {
  const perhaps = [narration?.subtitles, web, preview].filter((file) => file !== undefined);
  return [master, poster, contactSheet, ...Object.values(renditions), ...perhaps];
}

/**
 * Whether a post in the room may be read. What was refused or taken down is not left standing for everybody; the bot's
 * answer below it says what happened.
 */
export function isPostShownTo(post: RoomPost, request: PromptRequest | null, viewer: Viewer): boolean {
  if (post.removed) return false;
  if (isMine(viewer, post.author)) return true;
  return request === null || (request.state !== 'refused' && request.state !== 'removed') || isShownTo(request, viewer);
}

/** The files of a post that is up. */
export function filesOfPost({ picture, video }: RoomPost): StoredFile[] {
  return [...(picture ? [picture] : []), ...(video ? [video.file, video.poster] : [])];
}

/** Everybody's: what a call is shown with. */
export function filesOfCall(call: Call | null): StoredFile[] {
  return call?.picture ? [call.picture] : [];
}
