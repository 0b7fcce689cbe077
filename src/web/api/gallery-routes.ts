import { z } from 'zod';
import { STANDING_CALL_ID } from '../../calls/call.ts';
import type { PromptRequest } from '../../requests/index.ts';
import { boardPage } from '../pages/board-page.ts';
import { clipPage } from '../pages/clip-page.ts';
import { galleryPage } from '../pages/gallery-page.ts';
import { type GalleryQuery, galleryPath, WHOLE_GALLERY } from '../pages/gallery-query.ts';
import { lastWeeks } from '../pages/iso-week.ts';
import { missingPage } from '../pages/missing-page.ts';
import { createFindResults, resultsWindow } from './find-results.ts';
import { placeOf } from './place-of-page.ts';
import { readShownClips } from './read-shown-clips.ts';
import { refuse } from './refuse.ts';
import { idParams, postId } from './route-schemas.ts';
import { sendPage } from './send-page.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** A dozen: it fills rows of one, two, three and four, and the first page stays small. */
const STEP = 12;
const WEEKS = 8;
const STYLES = 24;
const MOST_PLACES = 100;

/** Whoever wrote the address, a page comes: what makes no sense in it is passed over. */
const gallerySearch = z.object({
  order: z.enum(['best', 'newest']).catch('best'),
  window: resultsWindow.catch('all'),
  call: postId.catch(''),
  style: z.string().max(200).catch(''),
  q: z.string().max(200).catch(''),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0),
  /** See `languageOf`. */
  locale: z.string().optional().catch(undefined),
});

/** The pages for everybody, made here and whole without a script. */
export function addGalleryRoutes(app: WebApp, context: WebContext): void {
  const { requests, calls, clock, readRequestViews, drawThumbnail } = context;
  const tags = ['pages'];
  const find = createFindResults(context);

  app.get(
    '/results',
    { schema: { tags, summary: 'The gallery, as a page', querystring: gallerySearch } },
    async (request, reply) => {
      const { q: words, locale: _, ...asked } = request.query;
      const query: GalleryQuery = { ...asked, words: words.trim() };
      const [found, all, styles] = await Promise.all([
        find(query, STEP + 1),
        calls.list(),
        context.gallery.styles(STYLES),
      ]);
      const shown = await readShownClips(await requests.findMany(found.slice(0, STEP)), readRequestViews);
      const gallery = {
        ...{ query, clips: shown, step: STEP, more: found.length > STEP },
        choices: {
          calls: all.toSorted(
            (one, other) => Number(other.id === STANDING_CALL_ID) - Number(one.id === STANDING_CALL_ID),
          ),
          weeks: lastWeeks(clock(), WEEKS),
          styles,
        },
      };
      return sendPage(reply, galleryPage(gallery, await placeOf(request, galleryPath(query), context)));
    },
  );

  app.get('/board', { schema: { tags, summary: 'The board, as a page' } }, async (request, reply) => {
    const ids = await find({ ...WHOLE_GALLERY, order: 'best' }, MOST_PLACES);
    const shown = await readShownClips(await requests.findMany(ids), readRequestViews);
    // Who has no vote has no place yet.
    const placed = shown.filter(({ clip }) => clip.votes > 0);
    return sendPage(reply, boardPage(placed, await placeOf(request, '/board', context)));
  });

  app.get(
    '/clips/:id',
    { schema: { tags, summary: 'A clip, as a page', params: idParams } },
    async (request, reply) => {
      const found = await requests.find(request.params.id);
      const [shown] = await readShownClips(found ? [found] : [], readRequestViews);
      const place = await placeOf(request, `/clips/${request.params.id}`, context);
      if (!shown) {
        const gone = wasShown(found);
        return reply
          .code(gone ? 410 : 404)
          .headers({ 'cache-control': 'no-store' })
          .type('text/html; charset=utf-8')
          .send(missingPage(gone ? 'gone' : 'unknown', place));
      }
      const call = await calls.find(shown.callId);
      return sendPage(reply, clipPage({ shown, theme: call?.theme ?? null }, place));
    },
  );

  app.get(
    '/clips/:id/thumbnail.webp',
    { schema: { tags, summary: 'The small picture of a clip', params: idParams } },
    async (request, reply) => {
      const found = await requests.find(request.params.id);
      if (found?.state !== 'delivered') return refuse(reply, wasShown(found) ? 'gone' : 'not-found');
      reply.headers({ 'cache-control': 'public, max-age=300', 'cross-origin-resource-policy': 'cross-origin' });
      return reply.type('image/webp').send(await drawThumbnail(found.clip.poster));
    },
  );
}

/** Whether it stood in the gallery once: then it is gone for good, and search machines are to know. */
function wasShown(request: PromptRequest | null): boolean {
  return request?.state === 'removed';
}
