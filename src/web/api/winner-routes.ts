import { callWinners } from './contract-of-winners.ts';
import { readCallWinners } from './read-call-winners.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Who won a call that is over. */
export function addWinnerRoutes(app: WebApp, context: WebContext): void {
  const { viewerOf, readRequestViews } = context;
  app.get(
    '/api/calls/:id/winners',
    {
      schema: {
        tags: ['results'],
        summary: 'Who won a call that is over',
        params: idParams,
        response: { 200: callWinners, ...problems },
      },
    },
    async (request, reply) => {
      const found = await readCallWinners(context, request.params.id);
      if (found === null) return refuse(reply, 'not-found');
      const { call, by, foundAt, winners } = found;
      const views = await readRequestViews(
        winners.map((winner) => winner.request),
        await viewerOf(request),
      );
      return {
        ...{ callId: call.id, theme: call.theme, by, foundAt },
        winners: views.map((view, index) => ({ place: winners[index]?.place ?? 0, request: view })),
      };
    },
  );
}
