import { z } from 'zod';
import { isUnopened, STANDING_CALL_ID } from '../../calls/call.ts';
import { findReel } from '../../results/reels/find-reel.ts';
import { galleryPage } from '../pages/gallery-page.ts';
import { type GalleryQuery, galleryPath } from '../pages/gallery-query.ts';
import { lastWeeks } from '../pages/iso-week.ts';
import type { ShownReel } from '../pages/reel.ts';
import type { WinnersOfCall } from '../pages/winners-of-call.ts';
import { fileUrl } from './file-access.ts';
import { createFindResults, resultsWindow } from './find-results.ts';
import { placeOf } from './place-of-page.ts';
import { readCallWinners } from './read-call-winners.ts';
import { readShownClips } from './read-shown-clips.ts';
import { postId } from './route-schemas.ts';
import { sendPage } from './send-page.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** A dozen: it fills rows of one, two, three and four, and the first page stays small. */
const STEP = 12;
const WEEKS = 8;
const STYLES = 24;

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
  const { requests, calls, clock, readRequestViews } = context;
  const tags = ['pages'];
  const find = createFindResults(context);

  /** Whoever looks for something is shown that, and nothing else. */
  async function reelFor({ call, words, style, offset }: GalleryQuery): Promise<ShownReel | null> {
    const whole = call !== '' && words === '' && style === '' && offset === 0;
    const reel = whole ? await findReel(call, context) : null;
    if (!reel) return null;
    const { master, poster, width, height, requestIds } = reel;
    const [videoUrl, posterUrl] = [fileUrl(master, { call }), fileUrl(poster, { call })];
    return { videoUrl, posterUrl, width, height, clips: requestIds.length };
  }

  /** Where all clips of a call are looked at from the first on. */
  async function winnersFor({ call, words, offset }: GalleryQuery): Promise<WinnersOfCall | null> {
    const found = words === '' && offset === 0 ? await readCallWinners(context, call) : null;
    if (found === null) return null;
    const { by, foundAt, winners } = found;
    const clips = await readShownClips(
      winners.map(({ request }) => request),
      readRequestViews,
    );
    return {
      ...{ theme: found.call.theme, by, foundAt },
      winners: winners.flatMap(({ place, request: { id } }) => {
        const shown = clips.find((clip) => clip.id === id);
        return shown ? [{ place, shown }] : [];
      }),
    };
  }

  app.get(
    '/results',
    { schema: { tags, summary: 'The gallery, as a page', querystring: gallerySearch } },
    async (request, reply) => {
      const { q: words, locale: _, ...asked } = request.query;
      const query: GalleryQuery = { ...asked, words: words.trim() };
      const [found, all, styles, reel, winners] = await Promise.all([
        find(query, STEP + 1),
        calls.list(),
        context.gallery.styles(STYLES),
        reelFor(query),
        winnersFor(query),
      ]);
      const shown = await readShownClips(await requests.findMany(found.slice(0, STEP)), readRequestViews);
      const gallery = {
        ...{ query, clips: shown, step: STEP, more: found.length > STEP, reel, winners },
        choices: {
          // Of a call that is only planned there is nothing to be seen.
          calls: all
            .filter((call) => !isUnopened(call, clock()))
            .toSorted((one, other) => Number(other.id === STANDING_CALL_ID) - Number(one.id === STANDING_CALL_ID)),
          weeks: lastWeeks(clock(), WEEKS),
          styles,
        },
      };
      return sendPage(reply, galleryPage(gallery, await placeOf(request, galleryPath(query), context)));
    },
  );
}
