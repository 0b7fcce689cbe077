import { z } from 'zod';
import { sayInterface } from '../../wording/say-interface.ts';
import { sayStatus, sayWhyNothingCame } from '../../wording/say-status.ts';
import { askedView } from './contract-of-x.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import { isShownTo } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/**
 * How what was asked on X stands: the bot says nothing there until it has a clip. Whoever knows a post may look, so
 * neither the words nor the name are told, nor what a curator wrote. Why nothing came of it is told, since X has no other
 * way to say it, and how its author can appeal there: only X knows that it is they.
 */
export function addAskedRoute(app: WebApp, { requests, viewerOf, readRequestViews }: WebContext): void {
  app.get(
    '/api/asked/x/:post',
    {
      schema: {
        tags: ['requests'],
        summary: 'How what was asked in a post on X stands',
        params: z.object({ post: z.string().regex(/^\d{1,19}$/) }),
        response: { 200: askedView, ...problems },
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const found = await requests.findByPost({ platform: 'x', id: request.params.post });
      const [view] = found ? await readRequestViews([found], viewer) : [];
      if (!found || !view) return refuse(reply, 'not-found');
      const { state, askedAt, placeInLine, progress, clip } = view;
      const nothing = { placeInLine: null, progress: null, clip: null };
      if (found.state === 'refused' || found.state === 'declined' || found.state === 'blocked') {
        return { state, status: sayWhyNothingCame(viewer.locale, found), askedAt, ...nothing };
      }
      if (!isShownTo(found, viewer)) {
        const status = sayInterface(viewer.locale, 'nothing-came');
        return { state: 'nothing-came' as const, status, askedAt, ...nothing };
      }
      return { state, status: sayStatus(viewer.locale, found, placeInLine), askedAt, placeInLine, progress, clip };
    },
  );
}
