import { z } from 'zod';
import type { MoneyDay } from '../../generation/money/ledger-store.ts';
import type { FigureStep } from '../../moderation/account/figure-store.ts';
import { dayOf, toInstant } from '../../requests/index.ts';
import { policyText } from '../../wording/index.ts';
import { FIGURE_WINDOWS, type FigureWindow, figuresPage } from './contract-of-figures.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const STEP_MS: Record<FigureStep, number> = { hour: 3_600_000, day: 86_400_000 };
const WINDOWS: Record<FigureWindow, { step: FigureStep; steps: number }> = {
  day: { step: 'hour', steps: 24 },
  week: { step: 'hour', steps: 7 * 24 },
  month: { step: 'day', steps: 30 },
  quarter: { step: 'day', steps: 91 },
};

/** How reviewing goes, in figures. */
export function addFigureRoutes(app: WebApp, { figures, ledger, clock, viewerOf }: WebContext): void {
  app.get(
    '/api/desk/figures',
    {
      schema: {
        tags: ['account'],
        summary: 'Waiting, in and out, time to decision, by reason, by curator, agreement, appeals, spend',
        querystring: z.object({ window: z.enum(FIGURE_WINDOWS).default('day') }),
        response: { 200: figuresPage, ...problems },
      },
    },
    async (request) => {
      const { step, steps } = WINDOWS[request.query.window];
      const now = clock();
      const thisStep = Math.floor(now.getTime() / STEP_MS[step]) * STEP_MS[step];
      const from = toInstant(new Date(thisStep - (steps - 1) * STEP_MS[step]));
      const until = toInstant(now);
      const [found, days] = await Promise.all([figures.figures(from, until, step), ledger.days(dayOf(from))]);
      const { locale } = await viewerOf(request);
      const policies = found.policies.map((each) => ({ ...each, title: policyText(locale, each.policy).title }));
      return { from, until, step, ...found, policies, spend: spendBy(days, daysBetween(from, until)) };
    },
  );
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(dayOf(from)); at <= Date.parse(until); at += STEP_MS.day) {
    days.push(dayOf(toInstant(new Date(at))));
  }
  return days;
}

/** What an engine may have billed counts until it is known better. */
function spendBy(money: readonly MoneyDay[], days: readonly string[]) {
  return days.map((day) => ({
    day,
    usd: money
      .filter((row) => row.day === day)
      .reduce((sum, { reservedUsd, chargedUsd, uncertainUsd }) => sum + reservedUsd + chargedUsd + uncertainUsd, 0),
  }));
}
