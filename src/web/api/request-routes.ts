import { requestView } from './contract.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import { isShownTo } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

export function addRequestRoutes(app: WebApp, { requests, viewerOf, readRequestViews }: WebContext): void {
  app.get(
    '/api/requests/:id',
    {
      schema: {
        tags: ['requests'],
        summary: 'How a request stands',
        params: idParams,
        response: { 200: requestView, ...problems },
      },
    },
    async (request, reply) => {
      const [viewer, found] = await Promise.all([viewerOf(request), requests.find(request.params.id)]);
      if (!found || !isShownTo(found, viewer)) return refuse(reply, 'not-found');
      const [view] = await readRequestViews([found], viewer);
      return view ?? refuse(reply, 'not-found');
    },
  );
}
