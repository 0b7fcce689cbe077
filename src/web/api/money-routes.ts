import { z } from 'zod';
import { dayOf, toInstant } from '../../requests/index.ts';
import { moneyPage } from './contract.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the clips have cost. */
export function addMoneyRoutes(app: WebApp, { ledger, purse, calls, clock }: WebContext): void {
  app.get(
    '/api/desk/money',
    {
      schema: {
        tags: ['desk'],
        summary: 'What was reserved, charged, refunded and may have been billed, by day, engine and call',
        querystring: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
        response: { 200: moneyPage, ...problems },
      },
    },
    async (request) => {
      const since = new Date(clock().getTime() - (request.query.days - 1) * DAY_MS);
      const [days, all] = await Promise.all([ledger.days(dayOf(toInstant(since))), calls.list()]);
      const now = toInstant(clock());
      const open = all.filter(({ closesAt }) => closesAt === null || closesAt > now);
      return { days, budgets: await purse.standing(open.map(({ id }) => id)) };
    },
  );
}
