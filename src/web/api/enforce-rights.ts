import type { FastifyInstance } from 'fastify';
import { isAtLeast } from '../../requests/index.ts';
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
    const right = rightOf(request.method, url);
    switch (right) {
      case 'anyone':
        return;
      case 'visitor':
      case 'author':
        visitors.settle(request, reply);
        return;
      case 'viewer':
      case 'curator':
      case 'lead':
      case 'operator': {
        const curator = await sessions.of(request);
        if (curator === null) return refuse(reply, 'sign-in-needed');
        if (!isAtLeast(curator.role, right)) return refuse(reply, 'role-too-low');
        return;
      }
      default:
        // What the table does not name is shut.
        return refuse(reply, 'not-found');
    }
  });
}
