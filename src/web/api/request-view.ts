import { isRestricted } from '../../moderation/account/restriction.ts';
import {
  canAppeal,
  canBeSupported,
  isReworded,
  OPEN_STATES,
  openQuestionOf,
  type PromptRequest,
  type Shot,
  shownWords,
} from '../../requests/index.ts';
import { sayStatus } from '../../wording/say-status.ts';
import type { ClipView, RequestView } from './contract.ts';
import type { Support } from './contract-of-gallery.ts';
import { clipOf, clipShownTo, fileUrl, pictureShownTo } from './file-access.ts';
import { isMine, type Viewer } from './viewer.ts';

/** What stands beside a request in the records. */
export interface Beside {
  placeInLine: number | null;
  support: Support;
  clipSupport: Support;
  likesOnX: number | null;
}

export function requestView(request: PromptRequest, beside: Beside, viewer: Viewer): RequestView {
  const { id, version, state, locale, requester, askedAt, changedAt } = request;
  const mine = isMine(viewer, requester);
  const standing = { placeInLine: beside.placeInLine, progress: progressOf(request) };
  const picture = pictureShownTo(request, viewer);
  return {
    id,
    version,
    state,
    ...shownWords(request),
    locale,
    asked: isReworded(request) && (mine || viewer.curator !== null) ? wordsOf(request) : null,
    requesterName: requester.name,
    mine,
    pictureUrl: picture && fileUrl(picture, { request: id }),
    askedAt,
    changedAt,
    status: sayStatus(locale, request, beside.placeInLine, { appeals: mine }),
    ...standing,
    canAppeal: mine && canAppeal(request),
    hasStatement: mine && isRestricted(request),
    question: mine ? openQuestionOf(request) : null,
    canWithdraw: mine && OPEN_STATES.includes(state),
    votes: beside.support.votes,
    voted: beside.support.voted,
    heldVotes: beside.support.heldVotes,
    voteHeld: beside.support.voteHeld,
    canVote: !mine && (canBeSupported(request) || state === 'delivered'),
    clip: clipView(request, beside, viewer),
  };
}

function wordsOf({ prompt, options }: PromptRequest): RequestView['asked'] {
  return { prompt, options };
}

/** Main profile, 8 bits, up to 1080p at 60 (AV1 in ISO media files, 5): what a browser goes by before it loads any of it. */
const AV1 = 'video/mp4; codecs="av01.0.09M.08, mp4a.40.2"';

function clipView(
  request: PromptRequest,
  { clipSupport, likesOnX }: Pick<Beside, 'clipSupport' | 'likesOnX'>,
  viewer: Viewer,
): ClipView | null {
  const clip = clipShownTo(request, viewer) ? clipOf(request) : null;
  if (!clip) return null;
  const { width, height, seconds, engine, caption, altText } = clip;
  const of = { request: request.id };
  const videoUrl = fileUrl(clip.renditions.room ?? clip.master, of);
  return {
    videoUrl,
    sources: [
      ...(clip.web ? [{ url: fileUrl(clip.web, of), type: AV1 }] : []),
      { url: videoUrl, type: clip.master.type },
    ],
    previewUrl: clip.preview ? fileUrl(clip.preview, of) : null,
    posterUrl: fileUrl(clip.poster, of),
    contactSheetUrl: fileUrl(clip.contactSheet, of),
    subtitles: clip.narration
      ? { url: fileUrl(clip.narration.subtitles, of), language: clip.narration.language }
      : null,
    blurhash: clip.blurhash ?? null,
    translation: clip.translation ?? null,
    ...{ width, height, seconds, engine, caption, altText },
    ...clipSupport,
    likesOnX,
  };
}

/** How much of the whole making the engine's part is; the rest is finishing. */
const ENGINE_SHARE = 0.9;

/** From 0 to 1 while the clip is made, else null. */
function progressOf(request: PromptRequest): number | null {
  if (request.state === 'generating') {
    const done = request.shots.reduce((sum, shot) => sum + shotProgress(shot), 0);
    return (done / Math.max(1, request.shots.length)) * ENGINE_SHARE;
  }
  if (request.state === 'finishing') return request.clip ? (1 + ENGINE_SHARE) / 2 : ENGINE_SHARE;
  return null;
}

/** How far a shot is at its engine, from 0 to 1. */
export function shotProgress(shot: Shot): number {
  switch (shot.state) {
    case 'running':
      return shot.progress;
    case 'rendered':
    case 'downloaded':
      return 1;
    default:
      return 0;
  }
}
