import { z } from 'zod';
import { exportStatements } from '../../moderation/account/export-statements.ts';
import { isRestricted, restrictionOf } from '../../moderation/account/restriction.ts';
import { dayOf, toInstant } from '../../requests/index.ts';
import { sayRedress, sayStatement } from '../../wording/say-statement.ts';
import { statementView } from './contract-of-statements.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import { sendLines } from './send-lines.ts';
import { isMine, isShownTo } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Statements of reasons: each for its requester, and all of them for the transparency database. */
export function addStatementRoutes(app: WebApp, { requests, historyRecords, clock, viewerOf }: WebContext): void {
  app.get(
    '/api/requests/:id/statement',
    {
      schema: {
        tags: ['requests'],
        summary: 'Why a request of my own was refused, held back or taken down, and what I can do about it',
        params: idParams,
        response: { 200: statementView, ...problems },
      },
    },
    async (request, reply) => {
      const [viewer, found] = await Promise.all([viewerOf(request), requests.find(request.params.id)]);
      if (!found || !isShownTo(found, viewer)) return refuse(reply, 'not-found');
      if (!isMine(viewer, found.requester)) return refuse(reply, 'not-yours');
      if (!isRestricted(found)) return refuse(reply, 'not-found');
      const history = await requests.history(found.id);
      const restriction = history.map(({ version }) => restrictionOf(found, history, version)).findLast((one) => one);
      if (!restriction) return refuse(reply, 'not-found');
      const { locale } = viewer;
      return { at: restriction.at, ...sayStatement(locale, restriction), redress: sayRedress(locale, found) };
    },
  );

  app.get(
    '/api/desk/statements',
    {
      schema: {
        tags: ['account'],
        summary: "Statements of reasons, as the EU's transparency database takes them, as NDJSON",
        querystring: z.object({ from: z.iso.datetime().optional() }),
        response: problems,
      },
    },
    async (request, reply) => {
      const { from } = request.query;
      request.log.info({ by: (await viewerOf(request)).curator, from }, 'Statements of reasons are exported');
      const name = `open-call-statements-${dayOf(toInstant(clock()))}.ndjson`;
      const lines = exportStatements({ records: historyRecords, requests }, from ?? null);
      return sendLines(reply, { name, type: 'application/x-ndjson; charset=utf-8' }, lines);
    },
  );
}
