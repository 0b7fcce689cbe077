import type { Clock } from '../../../requests/index.ts';
import type { SpendingKind, XRecords } from '../x-records.ts';
import { MICRO_DOLLARS, toDollars } from './prices.ts';

export type ReadKind = Extract<SpendingKind, 'own-read' | 'read' | 'like-read' | 'account-read'>;

/** What today at X may cost. Reading stops before replying does: who was heard is answered. */
export interface Purse {
  /** Counts posts or accounts that were read; the same again on the same day costs nothing. */
  read(kind: ReadKind, ids: readonly string[]): Promise<void>;
  paid(kind: SpendingKind): Promise<void>;
  mayRead(): Promise<boolean>;
  mayPost(): Promise<boolean>;
}

export interface PurseOptions {
  records: XRecords;
  clock: Clock;
  /** US dollars a day (UTC). */
  dailyDollars: number;
}

/** Reading gets so much of the day's money at most. */
export const READING_SHARE = 0.75;
/** Other processes spend too. */
const LOOK_AGAIN_MS = 10_000;

export function createPurse({ records, clock, dailyDollars }: PurseOptions): Purse {
  let day = '';
  let readToday = new Set<string>();
  let known: { dollars: number; at: number } | null = null;

  function today(): string {
    const now = clock().toISOString().slice(0, 10);
    if (now !== day) {
      day = now;
      readToday = new Set();
      known = null;
    }
    return day;
  }

  async function spent(): Promise<number> {
    const on = today();
    if (known && clock().getTime() - known.at < LOOK_AGAIN_MS) return known.dollars;
    const all = await records.spendingOn(on);
    const dollars = toDollars(all.reduce((sum, { microDollars }) => sum + microDollars, 0));
    known = { dollars, at: clock().getTime() };
    return dollars;
  }

  async function add(kind: SpendingKind, count: number): Promise<void> {
    if (count === 0) return;
    const microDollars = count * MICRO_DOLLARS[kind];
    await records.addSpending(today(), { kind, count, microDollars });
    if (known) known.dollars += toDollars(microDollars);
  }

  return {
    async read(kind, ids) {
      today();
      const fresh = ids.filter((id) => !readToday.has(id));
      for (const id of fresh) readToday.add(id);
      await add(kind, fresh.length);
    },
    paid: (kind) => add(kind, 1),
    mayRead: async () => (await spent()) < dailyDollars * READING_SHARE,
    mayPost: async () => (await spent()) < dailyDollars,
  };
}
