import { z } from 'zod';
import { auditPage } from './contract-of-audit.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const ENTRIES = 50;

export function addAuditRoute(app: WebApp, { audit }: WebContext): void {
  app.get(
    '/api/desk/audit',
    {
      schema: {
        tags: ['people'],
        summary: 'Who signed in at the desk, and who was let in or out, newest first',
        querystring: z.object({ before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() }),
        response: { 200: auditPage, ...problems },
      },
    },
    async (request) => {
      const entries = await audit.list({ before: request.query.before ?? null, limit: ENTRIES });
      return { entries, next: entries.length === ENTRIES ? (entries.at(-1)?.number ?? null) : null };
    },
  );
}
