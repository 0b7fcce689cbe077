import type { Call, Operation } from '../operation.ts';
import { problem } from '../problem.ts';
import { bytesOf, type Media } from '../world.ts';
import type { X } from '../x.ts';
import { dayOf } from './posts.ts';

const KEPT_SECONDS = 86_400;
/** What X takes in one segment at most. */
const SEGMENT_BYTES = 5 * 1024 * 1024;
const SUBRIP = /^1\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n\S/;

function find(x: X, id: string | undefined): Media {
  const media = x.world.media.get(id ?? '');
  if (!media) throw problem.notFound('There is no such media');
  return media;
}

function initialize({ x, user, body }: Call) {
  if (!user) throw problem.unauthorized();
  const id = x.nextId();
  x.world.media.set(id, {
    id,
    owner: user,
    totalBytes: Number(body.total_bytes),
    type: String(body.media_type),
    segments: new Map(),
    states: ['uploading'],
    altText: null,
    category: String(body.media_category),
    subtitles: null,
  });
  return { status: 200, body: { data: { id, media_key: `13_${id}`, expires_after_secs: KEPT_SECONDS } } };
}

function append({ x, params, body }: Call) {
  const media = find(x, params.id);
  const bytes = body.media;
  if (!(bytes instanceof Uint8Array)) throw problem.invalid('media must be a file');
  if (bytes.length > SEGMENT_BYTES) throw problem.invalid('The segment is too large');
  media.segments.set(Number(body.segment_index), bytes);
  return { status: 200, body: { data: { expires_at: Math.floor(x.now() / 1000) + KEPT_SECONDS } } };
}

function finalize({ x, params }: Call) {
  const media = find(x, params.id);
  const indexes = [...media.segments.keys()].toSorted((one, other) => one - other);
  if (indexes.some((index, place) => index !== place)) throw problem.invalid('Segments are missing.');
  if (bytesOf(media).length !== media.totalBytes) throw problem.invalid('The size is not what was announced.');
  // X works on videos; a text is there at once.
  media.states = media.category === 'subtitles' ? ['succeeded'] : [...x.settings.processing];
  return { status: 200, body: { data: rendered(x, media) } };
}

function status({ x, query }: Call) {
  const media = find(x, query.media_id);
  if (media.states.length > 1) media.states.shift();
  return { status: 200, body: { data: rendered(x, media) } };
}

function rendered(x: X, { id, totalBytes, type, category, states }: Media) {
  const [state = 'pending'] = states;
  const again = state === 'pending' || state === 'in_progress';
  return {
    id,
    media_key: `13_${id}`,
    size: totalBytes,
    expires_after_secs: KEPT_SECONDS,
    ...(category === 'subtitles'
      ? {}
      : {
          video: { video_type: type },
          processing_info: { state, ...(again ? { check_after_secs: x.settings.checkAfterSecs } : {}) },
        }),
  };
}

function describe({ x, body }: Call) {
  const { id, metadata } = body as { id: string; metadata?: { alt_text?: { text: string } } };
  const media = find(x, id);
  media.altText = metadata?.alt_text?.text ?? null;
  x.ledger.buy('alt-text', id, dayOf(x));
  return { status: 200, body: { data: { id, associated_metadata: metadata ?? {} } } };
}

function subtitle({ x, body }: Call) {
  const { id, subtitles } = body as {
    id: string;
    subtitles: { id: string; language_code: string; display_name: string };
  };
  const [video, track] = [find(x, id), find(x, subtitles.id)];
  if (video.category !== 'tweet_video' || track.category !== 'subtitles')
    throw problem.invalid('These do not belong together.');
  if (!SUBRIP.test(bytesOf(track).toString())) throw problem.invalid('The subtitle file is invalid.');
  video.subtitles = { language: subtitles.language_code, name: subtitles.display_name, media: track.id };
  return { status: 200, body: { data: { id, media_category: 'TweetVideo', associated_subtitles: subtitles } } };
}

export const mediaOperations: readonly Operation[] = [
  { method: 'POST', route: '/2/media/upload/initialize', handle: initialize },
  { method: 'POST', route: '/2/media/upload/{id}/append', handle: append },
  { method: 'POST', route: '/2/media/upload/{id}/finalize', handle: finalize },
  { method: 'GET', route: '/2/media/upload', handle: status },
  { method: 'POST', route: '/2/media/metadata', handle: describe },
  { method: 'POST', route: '/2/media/subtitles', handle: subtitle },
];
