import { z } from 'zod';
import { EXPORT_FORMATS, type ExportFormat, exportHistory } from '../../moderation/account/export-history.ts';
import { dayOf, toInstant } from '../../requests/index.ts';
import { problems } from './route-schemas.ts';
import { sendLines } from './send-lines.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** The history for whoever has to account for it, line by line as it is read. */
export function addHistoryRoutes(app: WebApp, { historyRecords, clock, viewerOf }: WebContext): void {
  app.get(
    '/api/desk/history',
    {
      schema: {
        tags: ['account'],
        summary: 'The history, or what was decided, as CSV or NDJSON',
        querystring: z.object({
          format: z.enum(EXPORT_FORMATS).default('ndjson'),
          what: z.enum(['decisions', 'everything']).default('decisions'),
          from: z.iso.datetime().optional(),
        }),
        response: problems,
      },
    },
    async (request, reply) => {
      const { format, what, from } = request.query;
      request.log.info({ by: (await viewerOf(request)).curator, format, what, from }, 'The history is exported');
      const lines = exportHistory(historyRecords, { from: from ?? null, decisionsOnly: what === 'decisions' }, format);
      const name = `open-call-${what}-${dayOf(toInstant(clock()))}.${format}`;
      return sendLines(reply, { name, type: TYPES[format] }, lines);
    },
  );
}
