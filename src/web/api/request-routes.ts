import { z } from 'zod';
import { advance, takeBack, toInstant } from '../../requests/index.ts';
import { requestView } from './contract.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import { isMine, isShownTo } from './viewer.ts';
import { ROOM } from './visitors.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const LONGEST_APPEAL = 1000;

export function addRequestRoutes(app: WebApp, context: WebContext): void {
  const { requests, roomPosts, clock, viewerOf, readRequestViews } = context;
  const tags = ['requests'];
  const response = { 200: requestView, ...problems };

  app.get(
    '/api/requests/:id',
    { schema: { tags, summary: 'How a request stands', params: idParams, response } },
    async (request, reply) => {
      const [viewer, found] = await Promise.all([viewerOf(request), requests.find(request.params.id)]);
      if (!found || !isShownTo(found, viewer)) return refuse(reply, 'not-found');
      const [view] = await readRequestViews([found], viewer);
      return view ?? refuse(reply, 'not-found');
    },
  );

  app.post(
    '/api/requests/:id/withdraw',
    {
      schema: {
        ...{ tags, summary: 'Take a request of my own back, or its clip down', params: idParams },
        response,
      },
    },
    async (request, reply) => {
      const [viewer, found] = await Promise.all([viewerOf(request), requests.find(request.params.id)]);
      if (!found || !isShownTo(found, viewer)) return refuse(reply, 'not-found');
      if (!isMine(viewer, found.requester)) return refuse(reply, 'not-yours');
      if (!(await takeBack({ requests, clock }, found))) return refuse(reply, 'too-late-to-withdraw');
      // In the room the post is kept by us; elsewhere it is not ours to delete.
      if (found.post.platform === ROOM) await roomPosts.remove(found.post.id, toInstant(clock()));
      const [view] = await readRequestViews([(await requests.find(found.id)) ?? found], viewer);
      return view ?? refuse(reply, 'not-found');
    },
  );

  app.post(
    '/api/requests/:id/appeal',
    {
      schema: {
        tags,
        summary: 'Ask for a second look at a request of my own that came to nothing; once',
        params: idParams,
        body: z.object({ words: z.string().trim().min(1).max(LONGEST_APPEAL) }),
        response,
      },
    },
    async (request, reply) => {
      const [viewer, found] = await Promise.all([viewerOf(request), requests.find(request.params.id)]);
      if (!found || !isShownTo(found, viewer)) return refuse(reply, 'not-found');
      if (!isMine(viewer, found.requester)) return refuse(reply, 'not-yours');
      const { words } = request.body;
      const decision = await advance({ requests, clock }, found, { kind: 'appealed', words });
      if (!decision.applies) return refuse(reply, decision.why === 'already-so' ? 'appealed-before' : 'not-to-appeal');
      const [view] = await readRequestViews([decision.request], viewer);
      return view ?? refuse(reply, 'not-found');
    },
  );
}
