import type { FastifyInstance } from 'fastify';
import type { CuratorSessions } from './curator-sessions.ts';
import { refuse } from './refuse.ts';
import { rightOf } from './rights.ts';
import type { Visitors } from './visitors.ts';

/** Holds every route to the table of rights. Added before the first route. */
export function enforceRights(
  app: FastifyInstance,
  { visitors, sessions }: { visitors: Visitors; sessions: CuratorSessions },
): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      if (rightOf(each, url) === undefined) throw new Error(`The table of rights does not know ${each} ${url}`);
    }
  });

  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    if (url === undefined) return;
    switch (rightOf(request.method, url)) {
      case 'anyone':
        return;
      case 'visitor':
      case 'author':
        visitors.settle(request, reply);
        return;
      case 'curator':
        if ((await sessions.of(request)) === null) return refuse(reply, 'sign-in-needed');
        return;
      default:
        // What the table does not name is shut.
        return refuse(reply, 'not-found');
    }
  });
}
