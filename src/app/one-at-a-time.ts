import type { Logger } from 'pino';
import { startTurns } from '../bots/take-turns.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import { createErrorLog } from './disk-full.ts';
import { holdingOf } from './holding.ts';

interface Errand {
  /** Which of all errands it is, to every process of these records. */
  name: string;
  /** What the log says when something of it fails. */
  complaint: string;
  open: (onError: (error: unknown) => void, isOurs: () => boolean) => { close(): Promise<void> };
}

/** Does what two processes would do twice: whichever takes it, and when that one is gone another. */
export function oneAtATime(
  store: Store,
  { config, logger }: { config: Config; logger: Logger },
  { name, complaint, open }: Errand,
): { close(): Promise<void> } {
  const onError = createErrorLog(logger)(complaint);
  return startTurns({
    ...holdingOf(store, config),
    names: [name],
    atMost: 1,
    open: (_, isOurs) => open(onError, isOurs),
    onError,
  });
}
