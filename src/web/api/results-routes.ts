import { z } from 'zod';
import { galleryPath, WHOLE_GALLERY } from '../pages/gallery-query.ts';
import { resultsPage } from './contract.ts';
import { createFindResults, resultsWindow } from './find-results.ts';
import { offset, postId, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const RESULTS = 24;

export function addResultsRoutes(app: WebApp, context: WebContext): void {
  const { requests, viewerOf, readRequestViews } = context;
  const find = createFindResults(context);
  app.get(
    '/api/results',
    {
      schema: {
        tags: ['results'],
        summary: 'Delivered clips, in order',
        querystring: z.object({
          order: z.enum(['best', 'newest']).default('best'),
          window: resultsWindow.default('all'),
          call: postId.optional(),
          style: z.string().max(200).default(''),
          q: z.string().max(200).default(''),
          offset,
        }),
        response: { 200: resultsPage, ...problems },
      },
    },
    async (request) => {
      const { q: words, call = '', ...asked } = request.query;
      const query = { ...asked, call, words: words.trim() };
      const ids = await find(query, RESULTS + 1);
      const found = await requests.findMany(ids.slice(0, RESULTS));
      const delivered = found.filter(({ state }) => state === 'delivered');
      // Of the whole it is known how many there are; of what was chosen, only whether there is more.
      const whole = galleryPath({ ...query, order: WHOLE_GALLERY.order, offset: 0 }) === galleryPath({});
      const total = whole ? await requests.count({ states: ['delivered'], unmerged: true }) : query.offset + ids.length;
      return { results: await readRequestViews(delivered, await viewerOf(request)), total };
    },
  );
}
