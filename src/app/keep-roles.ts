import type { Logger } from 'pino';
import { startTurns } from '../bots/take-turns.ts';
import { startKeepingRoles } from '../moderation/curation/keep-roles.ts';
import type { Clock } from '../requests/index.ts';
import type { Config } from './config.ts';
import { createErrorLog } from './disk-full.ts';
import { holdingOf } from './holding.ts';
import type { Parts } from './parts.ts';

/** Nothing where nobody comes in by an account elsewhere. One process at a time: two would ask twice. */
export function startKeepingCuratorRoles(
  { store, signIn: source }: Parts,
  { config, logger, clock }: { config: Config; logger: Logger; clock: Clock },
): { close(): Promise<void> } {
  if (!source) return { close: async () => {} };
  const { curators } = store;
  const onError = createErrorLog(logger)('The role of a curator could not be looked up at Discord; it is tried again');
  return startTurns({
    ...holdingOf(store, config),
    names: ['curator-roles'],
    atMost: 1,
    open: () =>
      startKeepingRoles({
        ...{ curators, source, clock, onError },
        onChange: async (changed) => logger.info(changed, 'A curator has another role on Discord'),
      }),
    onError,
  });
}
