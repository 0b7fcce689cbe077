import { createPurse, type Purse } from '../generation/money/purse.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';

/** The purse with the day's limit that is configured. */
export function openPurse(
  { calls, ledger }: Pick<Store, 'calls' | 'ledger'>,
  { config, clock }: { config: Config; clock: Clock },
): Purse {
  return createPurse({ calls, ledger, dayLimitUsd: config.BUDGET_PER_DAY_USD ?? null, clock });
}
