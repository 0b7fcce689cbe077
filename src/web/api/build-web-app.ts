import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { followClaims } from '../../moderation/curation/follow-claims.ts';
import { createReadBoards } from '../../voting/read-boards.ts';
import { addAnnouncementRoutes } from './announcement-routes.ts';
import { answerErrors } from './answer-errors.ts';
import { addAskedRoute } from './asked-route.ts';
import { addAuditRoute } from './audit-route.ts';
import { addBoardRoutes } from './board-routes.ts';
import { addCallRoutes } from './call-routes.ts';
import { createCallsOfDuels } from './calls-of-duels.ts';
import { addCareRoutes } from './care-routes.ts';
import { addClipRoutes } from './clip-routes.ts';
import { createCuratorSessions } from './curator-sessions.ts';
import { addDecisionRoutes } from './decision-routes.ts';
import { describeInterface } from './describe-interface.ts';
import { addDeskRoutes } from './desk-routes.ts';
import { addDuelRoutes } from './duel-routes.ts';
import { enforceRights } from './enforce-rights.ts';
import { encodeCursor } from './event-format.ts';
import { createEventHub, type EventHub } from './event-hub.ts';
import { addEventRoutes } from './event-routes.ts';
import { addFeedRoutes } from './feed-routes.ts';
import { addFigureRoutes } from './figure-routes.ts';
import { addFileRoutes } from './file-routes.ts';
import { addGalleryRoutes } from './gallery-routes.ts';
import { guardOrigin } from './guard-origin.ts';
import { addHealthRoute } from './health-route.ts';
import { addHistoryRoutes } from './history-routes.ts';
import { addInvitationRoute } from './invitation-route.ts';
import { addJoiningRoutes } from './joining-routes.ts';
import { limitRates } from './limit-rates.ts';
import { logRequests } from './log-requests.ts';
import { createMemberSessions } from './member-sessions.ts';
import { addMineRoutes } from './mine-routes.ts';
import { addMoneyRoutes } from './money-routes.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { PICTURE_LIMITS } from './picture-limits.ts';
import { addPostRoutes } from './post-routes.ts';
import { createReadDeskCards } from './read-desk-cards.ts';
import { createReadRequestViews } from './read-request-views.ts';
import { createReadThreadViews } from './read-thread-views.ts';
import { refuse } from './refuse.ts';
import { addRequestRoutes } from './request-routes.ts';
import { addResultsRoutes } from './results-routes.ts';
import { addRoomRoutes } from './room-routes.ts';
import { addSeededCaseRoutes } from './seeded-case-routes.ts';
import { addSentenceRoutes } from './sentence-routes.ts';
import { servePages } from './serve-pages.ts';
import { addSessionRoutes } from './session-routes.ts';
import { setSecurityHeaders } from './set-security-headers.ts';
import { addSignInRoutes } from './sign-in-routes.ts';
import { addSitemapRoutes } from './sitemap-routes.ts';
import { addStandingRoute } from './standing-route.ts';
import { addStatementRoutes } from './statement-routes.ts';
import { addTranslationRoutes } from './translation-routes.ts';
import { addVerifyRoute } from './verify-route.ts';
import { createViewerOf } from './viewer.ts';
import { createVisitors } from './visitors.ts';
import { addVoteCaseRoutes } from './vote-case-routes.ts';
import { addVoteRoutes } from './vote-routes.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';
import type { WebDependencies } from './web-dependencies.ts';
import { addWinnerRoutes } from './winner-routes.ts';

/** A post of 2,000 graphemes with all their marks. */
const MOST_JSON_BYTES = 128 * 1024;
/** Nobody may take longer over sending a request than this, in milliseconds: 10 MB over a slow phone line. */
const SENDING_MS = 180_000;
const HEARTBEAT_MS = 15_000;

export interface WebParts {
  app: FastifyInstance;
  hub: EventHub;
  /** `METHOD /path` of every route. */
  routes: string[];
}

/** The server with everything in it, not listening yet. */
export async function buildWebApp(dependencies: WebDependencies, onOwnMachine: () => boolean): Promise<WebParts> {
  const secure = dependencies.publicUrl?.startsWith('https:') ?? false;
  const app: FastifyInstance = Fastify({
    loggerInstance: withoutTrace(dependencies.logger),
    frameworkErrors: (_error, _request, reply) => refuse(reply, 'not-readable'),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_JSON_BYTES,
    requestTimeout: SENDING_MS,
    trustProxy: [...(dependencies.trustedProxies ?? [])],
    genReqId: () => dependencies.newId(),
    routerOptions: { maxParamLength: 100 },
  });
  // Otherwise a page could be made to send it from elsewhere without being asked first.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(...[method].flat().map((each) => `${each} ${url}`));
  });

  const context = contextOf(app, dependencies, secure);
  tellClaims(app, context);
  answerErrors(app);
  logRequests(app);
  await setSecurityHeaders(app, { secure });
  await app.register(cookie, { secret: dependencies.cookieSecret, algorithm: 'sha256' });
  guardOrigin(app, { publicUrl: dependencies.publicUrl, onOwnMachine });
  await limitRates(app, { visitors: context.visitors, limits: dependencies.rateLimits });
  enforceRights(app, context);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: PICTURE_LIMITS.maxBytes + 1, files: 1, fields: 10, parts: 12, fieldSize: MOST_JSON_BYTES },
  });
  await describeInterface(app);
  addRoutes(app.withTypeProvider() as WebApp, context);
  await servePages(app, { directory: dependencies.staticDirectory, visitors: context.visitors });
  await app.ready();
  return { app, hub: context.hub, routes };
}

/** At the finest level a plug-in writes down all headers of a form, cookies too. */
function withoutTrace(logger: FastifyBaseLogger): FastifyBaseLogger {
  return logger.level === 'trace' ? logger.child({}, { level: 'debug' }) : logger;
}

function contextOf(app: FastifyInstance, dependencies: WebDependencies, secure: boolean): WebContext {
  const visitors = createVisitors({ newId: dependencies.newId, secure });
  const sessions = createCuratorSessions({ ...dependencies, secure });
  const { memberSessionStore: records, signIns, clock } = dependencies;
  const platforms = signIns.map(({ platform }) => platform);
  const memberSessions = createMemberSessions({ platforms, records, clock, secure });
  const readRequestViews = createReadRequestViews(dependencies);
  return {
    ...dependencies,
    publicUrl: dependencies.publicUrl?.replace(/\/$/, '') ?? null,
    visitors,
    sessions,
    secure,
    memberSessions,
    viewerOf: createViewerOf({ visitors, sessions, memberSessions }),
    readRequestViews,
    readThreadViews: createReadThreadViews(dependencies, readRequestViews),
    callsOfDuels: createCallsOfDuels(dependencies),
    readDuelBoard: createReadBoards(dependencies),
    readDeskCards: createReadDeskCards(dependencies, readRequestViews),
    hub: createEventHub({
      ...dependencies,
      writeCursor: (cursor) => app.signCookie(encodeCursor(cursor)),
      heartbeatMs: HEARTBEAT_MS,
      onError: (error) => dependencies.logger.error({ err: error }, 'The feeds could not be read; trying again'),
    }),
  };
}

/** Curators see who holds what and what is decided, also where it was taken in hand elsewhere. */
function tellClaims(app: FastifyInstance, { claims, decisions, clock, logger, hub }: WebContext): void {
  const following = followClaims({
    claims,
    clock,
    onChange: () => hub.deskChanged(),
    onError: (error) => logger.error({ err: error }, 'Claims could not be read; trying again'),
  });
  const stopDecisions = decisions.onNews(() => hub.deskChanged());
  app.addHook('onClose', async () => {
    stopDecisions();
    await following.close();
  });
}

function addRoutes(app: WebApp, context: WebContext): void {
  addHealthRoute(app);
  addSessionRoutes(app, context);
  addSignInRoutes(app, context);
  addRoomRoutes(app, context);
  addPostRoutes(app, context);
  addRequestRoutes(app, context);
  addMineRoutes(app, context);
  addJoiningRoutes(app, context);
  addVoteRoutes(app, context);
  addDuelRoutes(app, context);
  addVoteCaseRoutes(app, context);
  addWinnerRoutes(app, context);
  addResultsRoutes(app, context);
  addGalleryRoutes(app, context);
  addBoardRoutes(app, context);
  addClipRoutes(app, context);
  addFeedRoutes(app, context);
  addSitemapRoutes(app, context);
  addStandingRoute(app, context);
  addDeskRoutes(app, context);
  addDecisionRoutes(app, context);
  addTranslationRoutes(app, context);
  addCareRoutes(app, context);
  addSentenceRoutes(app, context);
  addMoneyRoutes(app, context);
  addAnnouncementRoutes(app, context);
  addCallRoutes(app, context);
  addAskedRoute(app, context);
  addHistoryRoutes(app, context);
  addFigureRoutes(app, context);
  addStatementRoutes(app, context);
  addSeededCaseRoutes(app, context);
  addInvitationRoute(app, context);
  addPeopleRoutes(app, context);
  addAuditRoute(app, context);
  addEventRoutes(app, context);
  addFileRoutes(app, context);
  addVerifyRoute(app, context);
}
