import type { FastifyReply, FastifyRequest } from 'fastify';
import { canBeSupported, toInstant } from '../../requests/index.ts';
import type { VoteTarget } from '../../voting/vote-store.ts';
import { supportView } from './contract-of-gallery.ts';
import { createHindranceOfViewer } from './hindrance-of-viewer.ts';
import type { ProblemCode } from './problems.ts';
import { NOBODY, readSupport } from './read-support.ts';
import { refuse } from './refuse.ts';
import { idParams, nothing, problems } from './route-schemas.ts';
import { isMine, isShownTo, type Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const KINDS = { requests: 'request', clips: 'clip' } as const;

/** One vote per member: for a request before it is made, for a clip once it is delivered. */
export function addVoteRoutes(app: WebApp, context: WebContext): void {
  const { requests, votes, clock, viewerOf } = context;
  const hindranceOf = createHindranceOfViewer(context);
  const tags = ['votes'];

  /** Why the viewer may not vote for it, or null. */
  async function hindrance(
    { kind, id }: VoteTarget,
    viewer: Viewer,
  ): Promise<{ why: ProblemCode; limit?: number } | null> {
    const request = await requests.find(id);
    if (!request || !isShownTo(request, viewer)) return { why: 'not-found' };
    if (isMine(viewer, request.requester)) return { why: 'own-request' };
    const open = kind === 'clip' ? request.state === 'delivered' : canBeSupported(request);
    return open ? hindranceOf(request.callId, viewer) : { why: 'not-open-for-votes' };
  }

  async function standingOf(target: VoteTarget, viewer: Viewer) {
    const [support = NOBODY] = await readSupport(votes, [target], viewer);
    return support;
  }

  for (const [path, kind] of Object.entries(KINDS)) {
    const url = `/api/${path}/:id/vote`;
    const schema = (summary: string) => ({
      schema: { tags, summary, params: idParams, response: { 200: supportView, ...problems } },
    });
    const act =
      (change: (target: VoteTarget, viewer: Viewer) => Promise<unknown>) =>
      async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
        const target: VoteTarget = { kind, id: request.params.id };
        const viewer = await viewerOf(request);
        const problem = await hindrance(target, viewer);
        if (problem) {
          const { why, ...detail } = problem;
          return refuse(reply, why, detail);
        }
        if ((await change(target, viewer)) === 'own') return refuse(reply, 'own-request');
        return standingOf(target, viewer);
      };

    app.put(
      url,
      schema(`Vote for a ${kind}`),
      act((target, viewer) => votes.cast(target, viewer.key, toInstant(clock()))),
    );
    app.delete(
      url,
      schema(`Take the vote for a ${kind} back`),
      act((target, viewer) => votes.withdraw(target, viewer.key)),
    );
  }

  app.post(
    '/api/clips/:id/view',
    { schema: { tags, summary: 'I saw the clip', params: idParams, response: { 204: nothing, ...problems } } },
    async (request, reply) => {
      const found = await requests.find(request.params.id);
      if (found?.state !== 'delivered') return refuse(reply, 'not-found');
      const viewer = await viewerOf(request);
      // Who asked for it does not rank it, neither by a vote nor by looking on.
      if (!isMine(viewer, found.requester)) await votes.see(found.id, viewer.key, toInstant(clock()));
      return reply.code(204).send();
    },
  );
}
