import { z } from 'zod';
import { dayOf, toInstant } from '../../requests/index.ts';
import { moneyPage } from './contract.ts';
import { type PlatformMoney, platformMoney } from './contract-of-x.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';
import type { XStanding } from './web-dependencies.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the clips have cost, and what X asks for talking there. */
export function addMoneyRoutes(app: WebApp, { ledger, purse, calls, xRecords, x, clock }: WebContext): void {
  app.get(
    '/api/desk/money/x',
    {
      schema: {
        tags: ['desk'],
        summary: "What X cost on a day (UTC), by X's price list",
        querystring: z.object({ day: z.iso.date().optional() }),
        response: { 200: platformMoney, ...problems },
      },
    },
    async (request) => {
      const day = request.query.day ?? dayOf(toInstant(clock()));
      const spending = await xRecords.spendingOn(day);
      const items = spending.map(({ kind, count, microDollars }) => ({ kind, count, usd: microDollars / 1_000_000 }));
      const usd = items.reduce((sum, each) => sum + each.usd, 0);
      const { limitUsd = null, readingStopsAtUsd = null } = x ?? {};
      return { day, usd, items, limitUsd, readingStopsAtUsd, stopped: stoppedAt(usd, x) };
    },
  );
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

/** Who was heard is answered: reading stops before replying does. */
function stoppedAt(usd: number, x: XStanding | null): PlatformMoney['stopped'] {
  if (!x || usd < x.readingStopsAtUsd) return 'nothing';
  return usd < x.limitUsd ? 'reading' : 'everything';
}
