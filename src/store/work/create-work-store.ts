import type { WorkStore } from '../../queue/work-store.ts';
import type { PromptRequest, WorkTicket } from '../../requests/index.ts';
import type { News } from '../news.ts';
import { toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { pickWork } from './pick-work.ts';
import { toWorkRow, type WorkColumns } from './work-row.ts';
import * as statements from './work-statements.ts';

export function createWorkStore(records: Records, news: News): WorkStore {
  const reopened = (rows: readonly unknown[]) => {
    if (rows.length > 0) news.publish('work');
    return rows.length;
  };
  return {
    pick: (rules) => pickWork(records, rules),

    async take(tickets, leaseUntil) {
      if (tickets.length === 0) return [];
      const rows = await records.run<WorkColumns & { body: PromptRequest }>(statements.TAKE, [
        ...columnsOf(tickets),
        leaseUntil,
      ]);
      return rows.map((row) => ({ row: toWorkRow(row), request: row.body }));
    },

    async isCurrent({ id, epoch }) {
      return (await records.run(statements.IS_CURRENT, [id, epoch])).length > 0;
    },

    async renew(tickets, leaseUntil) {
      if (tickets.length > 0) await records.run(statements.RENEW, [...columnsOf(tickets), leaseUntil]);
    },

    async postpone({ id, epoch }, { dueAt, attempt, error }) {
      const text = error === null ? null : toText(error);
      return reopened(await records.run(statements.POSTPONE, [id, epoch, dueAt, attempt, text])) > 0;
    },

    async complete({ id, epoch }) {
      return reopened(await records.run(statements.COMPLETE, [id, epoch])) > 0;
    },

    async queuedBefore(instant, limit) {
      return (await records.run<WorkColumns>(statements.QUEUED_BEFORE, [instant, limit])).map(toWorkRow);
    },

    async reopen(tickets) {
      return tickets.length === 0 ? 0 : reopened(await records.run(statements.REOPEN, columnsOf(tickets)));
    },
    reopenExpired: async (now) => reopened(await records.run(statements.REOPEN_EXPIRED, [now])),
    reopenAll: async () => reopened(await records.run(statements.REOPEN_ALL)),

    async nextDue() {
      const [row] = await records.run<{ due: Date | null }>(statements.NEXT_DUE);
      return row?.due?.toISOString() ?? null;
    },
    async startsUnderWay() {
      const [row] = await records.run<{ n: number }>(statements.STARTS_UNDER_WAY);
      return row?.n ?? 0;
    },
    async counts() {
      const rows = await records.run<{ state: 'open' | 'queued' | 'running'; n: number }>(statements.COUNTS);
      const found = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
      return { open: found.open ?? 0, queued: found.queued ?? 0, running: found.running ?? 0 };
    },
    onNews: (callback) => news.on('work', callback),
  };
}

function columnsOf(tickets: readonly WorkTicket[]): [string[], number[]] {
  return [tickets.map(({ id }) => id), tickets.map(({ epoch }) => epoch)];
}
