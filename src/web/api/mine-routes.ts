import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deleteMemberData, readMemberData } from '../../bots/member-data.ts';
import { type Locale, type Member, memberKey, type PromptRequest } from '../../requests/index.ts';
import { sayStatus } from '../../wording/say-status.ts';
import { deletedView, mineView, type OwnRequest, ownRequestsPage } from './contract-of-mine.ts';
import { refuse } from './refuse.ts';
import { nothing, offset, platformParams, problems } from './route-schemas.ts';
import { selvesOf } from './viewer.ts';
import { ROOM } from './visitors.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const REQUESTS = 20;

/** What is kept of whoever asks: in the room by the visitor's cookie, elsewhere by who they signed in as. */
export function addMineRoutes(app: WebApp, context: WebContext): void {
  const { requests, calls, forgetting, joining, signIns, memberSessions, visitors, viewerOf, readRequestViews } =
    context;
  const tags = ['mine'];
  const params = platformParams;

  /** Null where nobody has shown to be anybody there. */
  async function selfAt(request: FastifyRequest, platform: string): Promise<Member | null> {
    return selvesOf(await viewerOf(request)).find((self) => self.platform === platform) ?? null;
  }

  app.get(
    '/api/mine',
    { schema: { tags, summary: 'Who I am here and elsewhere', response: { 200: mineView, ...problems } } },
    async (request) => {
      const selves = selvesOf(await viewerOf(request));
      const wishes = new Set((await forgetting.waiting()).map(({ member }) => member));
      const known = await Promise.all(
        selves.map(async (self) => ({
          platform: self.platform,
          name: self.name,
          asked: await requests.count({ requester: memberKey(self) }),
          deleting: wishes.has(memberKey(self)),
          joined: (await joining.joinedTo(memberKey(self))).map(({ member: { platform, name }, joinedAt }) => ({
            ...{ platform, name, joinedAt },
          })),
        })),
      );
      const signedIn = new Set(selves.map(({ platform }) => platform));
      const canSignIn = signIns
        .filter(({ platform, purposes }) => purposes.includes('mine') && !signedIn.has(platform))
        .map(({ platform }) => platform);
      return { selves: known, canSignIn, canJoinX: context.platformIds.includes('x') };
    },
  );

  app.get(
    '/api/mine/:platform/requests',
    {
      schema: {
        ...{ tags, summary: 'What I asked for there and how it stands, newest first', params },
        querystring: z.object({ offset }),
        response: { 200: ownRequestsPage, ...problems },
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const self = await selfAt(request, request.params.platform);
      if (!self) return refuse(reply, 'not-found');
      const requester = memberKey(self);
      const [found, total, all] = await Promise.all([
        requests.list({ requester, order: 'newest', limit: REQUESTS, offset: request.query.offset }),
        requests.count({ requester }),
        calls.list(),
      ]);
      const themes = new Map(all.map(({ id, theme }) => [id, theme]));
      const views = await readRequestViews(found, viewer);
      const own = views.map((view, place): OwnRequest => {
        const each = found[place] as PromptRequest;
        return { ...view, ...ownPart(each, view.placeInLine, viewer.locale), theme: themes.get(each.callId) ?? null };
      });
      return { requests: own, total };
    },
  );

  app.get(
    '/api/mine/:platform/export',
    {
      schema: {
        ...{ tags, summary: 'Everything that is kept of me there, as a file', params },
        response: { 200: z.unknown().describe('JSON'), ...problems },
      },
    },
    async (request, reply) => {
      const self = await selfAt(request, request.params.platform);
      if (!self) return refuse(reply, 'not-found');
      reply.header('content-disposition', 'attachment; filename="open-call.json"').type('application/json');
      return reply.send(JSON.stringify(await readMemberData(context, self), null, 2));
    },
  );

  app.delete(
    '/api/mine/:platform',
    {
      schema: {
        ...{ tags, summary: 'Delete everything of mine there; it cannot be undone', params },
        response: { 200: deletedView, ...problems },
      },
    },
    async (request, reply) => {
      const self = await selfAt(request, request.params.platform);
      if (!self) return refuse(reply, 'not-found');
      const count = await deleteMemberData(context, self);
      request.log.info({ platform: self.platform }, 'A member had everything of theirs deleted');
      // Whoever comes next by this browser is somebody new.
      if (self.platform === ROOM) visitors.leave(request, reply);
      else await memberSessions.signOut(request, reply, self.platform);
      return { count };
    },
  );

  app.delete(
    '/api/mine/:platform/session',
    { schema: { tags, summary: 'Sign out of the account there', params, response: { 204: nothing, ...problems } } },
    async (request, reply) => {
      await memberSessions.signOut(request, reply, request.params.platform);
      return reply.code(204).send();
    },
  );
}

/** What only its requester is shown, in the language of the page. */
function ownPart(request: PromptRequest, placeInLine: number | null, locale: Locale): OwnPart {
  const { appeal } = request;
  return {
    status: sayStatus(locale, request, placeInLine, { appeals: true }),
    appeal: appeal
      ? { at: appeal.at, words: appeal.words, outcome: outcomeOf(appeal.decided), note: appeal.decided?.note ?? null }
      : null,
    canTakeDown: request.state === 'delivered',
  };
}

type OwnPart = Pick<OwnRequest, 'status' | 'appeal' | 'canTakeDown'>;

function outcomeOf(decided: { upheld: boolean } | null): NonNullable<OwnRequest['appeal']>['outcome'] {
  if (decided === null) return 'waiting';
  return decided.upheld ? 'upheld' : 'dismissed';
}
