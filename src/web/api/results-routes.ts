import { z } from 'zod';
import { toInstant } from '../../requests/index.ts';
import { resultsPage } from './contract.ts';
import { offset, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const RESULTS = 24;
const DAY_MS = 24 * 3_600_000;
const WINDOW_DAYS = { week: 7, month: 30, all: null } as const;

export function addResultsRoutes(
  app: WebApp,
  { requests, votes, clock, viewerOf, readRequestViews }: WebContext,
): void {
  app.get(
    '/api/results',
    {
      schema: {
        tags: ['results'],
        summary: 'Delivered clips, in order',
        querystring: z.object({
          order: z.enum(['best', 'newest']).default('best'),
          window: z.enum(['week', 'month', 'all']).default('all'),
          offset,
        }),
        response: { 200: resultsPage, ...problems },
      },
    },
    async (request) => {
      const { order, window, offset: from } = request.query;
      const days = WINDOW_DAYS[window];
      const since = days === null ? null : toInstant(new Date(clock().getTime() - days * DAY_MS));
      const ids = await votes.results({ order, since, callId: null, limit: RESULTS + 1, offset: from });
      const found = await requests.findMany(ids.slice(0, RESULTS));
      const delivered = found.filter(({ state }) => state === 'delivered');
      // The votes count no windows: within one, it is known only whether there is more.
      const total = since === null ? await requests.count({ states: ['delivered'] }) : from + ids.length;
      return { results: await readRequestViews(delivered, await viewerOf(request)), total };
    },
  );
}
