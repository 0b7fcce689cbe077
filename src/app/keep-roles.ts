import type { Logger } from 'pino';
import { startKeepingRoles } from '../moderation/curation/keep-roles.ts';
import { type Clock, toInstant } from '../requests/index.ts';
import type { Config } from './config.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Parts } from './parts.ts';

/** Nothing where nobody comes in by an account elsewhere. */
export function startKeepingCuratorRoles(
  { store, roleSource: source }: Parts,
  { clock, ...around }: { config: Config; logger: Logger; clock: Clock },
): { close(): Promise<void> } {
  if (!source) return { close: async () => {} };
  const { curators } = store;
  return oneAtATime(store, around, {
    name: 'curator-roles',
    complaint: 'The role of a curator could not be looked up at Discord; it is tried again',
    open: (onError) =>
      startKeepingRoles({
        ...{ curators, source, clock, onError },
        async onChange(changed) {
          await store.audit.note({ at: toInstant(clock()), actor: null, event: { kind: 'role-given', ...changed } });
          around.logger.info(changed, 'A curator has another role on Discord');
        },
      }),
  });
}
