import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CODE_MINUTES,
  type JoinedOrNot,
  joinByCode,
  offerCode,
  partAccount,
} from '../../bots/joining/join-accounts.ts';
import { joinProblem } from '../../bots/joining/join-problem.ts';
import type { Member } from '../../requests/index.ts';
import { joinCodeView, joinEntry, joinedAccountView, joinOffer } from './contract-of-joining.ts';
import { refuse } from './refuse.ts';
import { nothing, platformParams, problems } from './route-schemas.ts';
import { selvesOf } from './viewer.ts';
import { ROOM } from './visitors.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Accounts are joined by their owner, with a code from one to the other. It gives neither a look into the other. */
export function addJoiningRoutes(app: WebApp, context: WebContext): void {
  const { visitors, viewerOf } = context;
  const tags = ['mine'];
  const params = platformParams;

  /** Whoever is new to the room is known from here on, or what is joined would be nobody's. */
  async function selfAt(request: FastifyRequest, reply: FastifyReply, platform: string): Promise<Member | null> {
    if (platform === ROOM) visitors.settle(request, reply);
    return selvesOf(await viewerOf(request)).find((self) => self.platform === platform) ?? null;
  }
  const refuseTo = (reply: FastifyReply, outcome: Exclude<JoinedOrNot, 'joined'>) => {
    const { why, ...detail } = joinProblem(outcome);
    return refuse(reply, why, detail);
  };

  app.post(
    '/api/mine/:platform/join-code',
    {
      schema: {
        ...{
          tags,
          summary: 'A code with which another account of mine is joined to this one',
          params,
          body: joinOffer,
        },
        response: { 200: joinCodeView, ...problems },
      },
    },
    async (request, reply) => {
      const self = await selfAt(request, reply, request.params.platform);
      if (!self) return refuse(reply, 'not-found');
      const offer = await offerCode(context, self, request.body.xName ?? null);
      if (offer.outcome !== 'offered') return refuseTo(reply, offer.outcome);
      reply.header('cache-control', 'no-store');
      return { code: offer.code, until: offer.until, minutes: CODE_MINUTES };
    },
  );

  app.post(
    '/api/mine/:platform/joined',
    {
      schema: {
        ...{ tags, summary: 'Join this account to the one that got the code', params, body: joinEntry },
        response: { 200: joinedAccountView, ...problems },
      },
    },
    async (request, reply) => {
      const self = await selfAt(request, reply, request.params.platform);
      if (!self) return refuse(reply, 'not-found');
      const joined = await joinByCode(context, { member: self, text: request.body.code, calledInPublic: null });
      if (joined.outcome !== 'joined') return refuseTo(reply, joined.outcome);
      const { platform, name } = joined.to;
      return { platform, name, joinedAt: context.clock().toISOString() };
    },
  );

  app.delete(
    '/api/mine/:platform/joined',
    {
      schema: {
        ...{ tags, summary: 'Take this account out of those that are joined', params },
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      const self = await selfAt(request, reply, request.params.platform);
      if (!self) return refuse(reply, 'not-found');
      await partAccount(context, self);
      return reply.code(204).send();
    },
  );
}
