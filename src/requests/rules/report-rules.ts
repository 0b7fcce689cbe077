import type { Rules } from './rule.ts';

/** One look at a clip answers them all; more reports say nothing that these do not. */
const MOST_REPORTS = 20;

/** What members say of a delivered clip, and what a curator makes of it. */
export const reportRules: Rules<'reported' | 'reports-dismissed'> = {
  reported: (request, { by, words }, now) => {
    if (request.state !== 'delivered') return 'not-now';
    const { verdict, approval, clip, reply, deliveredAt, reports = [] } = request;
    if (reports.length >= MOST_REPORTS || reports.some((report) => report.by === by)) return 'already-so';
    const more = [...reports, { by, at: now, words }];
    return { next: { state: 'delivered', verdict, approval, clip, reply, deliveredAt, reports: more } };
  },

  'reports-dismissed': (request) => {
    if (request.state !== 'delivered' || !request.reports) return 'not-now';
    const { verdict, approval, clip, reply, deliveredAt } = request;
    return { next: { state: 'delivered', verdict, approval, clip, reply, deliveredAt } };
  },
};
