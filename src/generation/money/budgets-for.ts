import type { Call } from '../../calls/call.ts';
import type { Budget } from '../../requests/index.ts';

/** The budgets that a start counts to: its call's, and the day's over all calls. */
export function budgetsFor(call: Pick<Call, 'id' | 'budgetUsd'>, day: string, dayLimitUsd: number | null): Budget[] {
  return [
    { scope: budgetOfCall(call.id), limitUsd: call.budgetUsd },
    { scope: `day:${day}`, limitUsd: dayLimitUsd },
  ];
}

/** The scope of a call's budget. */
export function budgetOfCall(callId: string): string {
  return `call:${callId}`;
}
