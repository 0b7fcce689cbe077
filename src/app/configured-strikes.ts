import { createReadStrikes, type ReadStrikes } from '../moderation/strikes/read-strikes.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';

export function openStrikes(
  { requests }: Pick<Store, 'requests'>,
  { config, clock }: { config: Config; clock: Clock },
): ReadStrikes {
  const thresholds = {
    slowAt: config.STRIKES_SLOW_AT,
    blockAt: config.STRIKES_BLOCK_AT,
    slowSeconds: config.STRIKES_SLOW_HOURS * 3600,
  };
  return createReadStrikes({ requests, thresholds, clock });
}
