import { z } from 'zod';
import { clipStandings } from './contract-of-gallery.ts';
import { NOBODY, readSupport } from './read-support.ts';
import { problems } from './route-schemas.ts';
import { isMine } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** As many as a page has, and no more than a few times that. */
const MOST = 60;

const ids = z
  .string()
  .regex(/^[\w.-]{1,80}(?:,[\w.-]{1,80})*$/)
  .transform((text) => text.split(','))
  .refine((all) => all.length <= MOST);

/** What a page that is the same for everybody does not know: how its clips stand with whoever reads it. */
export function addStandingRoute(app: WebApp, { requests, votes, viewerOf }: WebContext): void {
  app.get(
    '/api/clips/standing',
    {
      schema: {
        tags: ['votes'],
        summary: 'How clips stand: counted, voted for by me, asked for by me',
        querystring: z.object({ ids }),
        response: { 200: clipStandings, ...problems },
      },
    },
    async (request) => {
      const viewer = await viewerOf(request);
      const found = await requests.findMany(request.query.ids);
      const delivered = found.filter(({ state }) => state === 'delivered');
      const targets = delivered.map(({ id }) => ({ kind: 'clip' as const, id }));
      const support = await readSupport(votes, targets, viewer);
      return delivered.map(({ id, requester }, place) => ({
        ...{ id, ...(support[place] ?? NOBODY) },
        mine: isMine(viewer, requester),
      }));
    },
  );
}
