import { toInstant } from '../../requests/index.ts';
import { settlingVotes, type VoteCases, voteCases } from './contract-of-votes.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const SHOWN = 100;
/** Of what a ring voted for, so much is shown. */
const TARGETS_SHOWN = 12;

/** Votes that are held until a lead has looked at them. */
export function addVoteCaseRoutes(app: WebApp, context: WebContext): void {
  const { requests, voteCases: store, clock, viewerOf } = context;
  const tags = ['votes'];

  async function allCases(): Promise<VoteCases> {
    const cases = await store.list(SHOWN);
    const wordsOf = (targets: readonly string[]) => targets.slice(0, TARGETS_SHOWN).map((word) => word.split(/:(.*)/s));
    const ids = [...new Set(cases.flatMap(({ targets }) => wordsOf(targets).map(([, id]) => id ?? '')))];
    const found = new Map((await requests.findMany(ids)).map((request) => [request.id, request]));
    return {
      cases: cases.map(({ targets, ...rest }) => ({
        ...rest,
        targets: wordsOf(targets).flatMap(([kind, id]) => {
          const request = found.get(id ?? '');
          if (!request || (kind !== 'request' && kind !== 'clip' && kind !== 'duel')) return [];
          return [{ kind, id: request.id, prompt: request.prompt, locale: request.locale }];
        }),
      })),
    };
  }

  app.get(
    '/api/desk/vote-cases',
    {
      schema: {
        tags,
        summary: 'Votes that look agreed upon, open ones first',
        response: { 200: voteCases, ...problems },
      },
    },
    allCases,
  );

  app.post(
    '/api/desk/vote-cases/:id',
    {
      schema: {
        ...{ tags, summary: 'Let held votes count, or never count; with a reason', params: idParams },
        ...{ body: settlingVotes, response: { 200: voteCases, ...problems } },
      },
    },
    async (request, reply) => {
      const { curator } = await viewerOf(request);
      if (curator === null) return refuse(reply, 'sign-in-needed');
      const { standing, reason } = request.body;
      const by = { curator, reason, at: toInstant(clock()) };
      const outcome = await store.settle(request.params.id, standing, by);
      return outcome === 'unknown' ? refuse(reply, 'not-found') : allCases();
    },
  );
}
