import type { CallStore } from '../../calls/call-store.ts';
import { type Budget, type Clock, dayOf, type Reservation, toInstant } from '../../requests/index.ts';
import { budgetsFor } from './budgets-for.ts';
import type { LedgerStore } from './ledger-store.ts';

/** A budget that has no room for a start. */
export interface FullBudget {
  /** `call` or `day`. */
  of: 'call' | 'day';
  limitUsd: number;
  usedUsd: number;
}

/** Where it is told what a start may take of which budgets. */
export interface Purse {
  /** Null for what costs nothing. The records refuse it where it does not fit; this looks at nothing. */
  reservation(callId: string, usd: number): Promise<Reservation | null>;
  /** The budget that has no room for so much now; null where all have. Only to tell: it binds nobody. */
  fullFor(callId: string, usd: number): Promise<FullBudget | null>;
  /** What is used of the day's budget and of those of the calls. */
  standing(callIds: readonly string[]): Promise<(Budget & { usedUsd: number })[]>;
}

export interface PurseDependencies {
  calls: Pick<CallStore, 'find'>;
  ledger: LedgerStore;
  /** US dollars that all starts of a day in UTC may cost; null: no limit. */
  dayLimitUsd: number | null;
  clock: Clock;
}

/** Half a millionth of a dollar, for the rounding of sums. */
const SLACK = 5e-7;

export function createPurse({ calls, ledger, dayLimitUsd, clock }: PurseDependencies): Purse {
  async function budgets(callId: string): Promise<{ day: string; budgets: Budget[] }> {
    const call = (await calls.find(callId)) ?? { id: callId, budgetUsd: null };
    const day = dayOf(toInstant(clock()));
    return { day, budgets: budgetsFor(call, day, dayLimitUsd) };
  }
  return {
    async standing(callIds) {
      const all = await Promise.all(callIds.map((id) => budgets(id)));
      const unique = [...new Map(all.flatMap((each) => each.budgets).map((each) => [each.scope, each])).values()];
      const used = await ledger.used(unique.map(({ scope }) => scope));
      return unique.map((budget, place) => ({ ...budget, usedUsd: used[place] ?? 0 }));
    },
    async reservation(callId, usd) {
      return usd > 0 ? { usd, ...(await budgets(callId)) } : null;
    },
    async fullFor(callId, usd) {
      if (usd <= 0) return null;
      const limited = (await budgets(callId)).budgets.filter(({ limitUsd }) => limitUsd !== null);
      const used = await ledger.used(limited.map(({ scope }) => scope));
      for (const [place, { scope, limitUsd }] of limited.entries()) {
        const usedUsd = used[place] ?? 0;
        if (limitUsd !== null && usedUsd + usd > limitUsd + SLACK) {
          return { of: scope.startsWith('call:') ? 'call' : 'day', limitUsd, usedUsd };
        }
      }
      return null;
    },
  };
}
