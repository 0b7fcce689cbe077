import { type SealHistoryDependencies, sealHistory } from './seal-history.ts';

export interface SealingOptions extends SealHistoryDependencies {
  /** False where another process has taken over. */
  isOurs: () => boolean;
  onError: (error: unknown) => void;
}

/** An entry that is changed before it is sealed is not found out; a seal for each one alone would weigh too much. */
const SEAL_EVERY_MS = 10_000;
/** What is left at the end is sealed at the next start: nobody waits for a history of years. */
const AT_THE_END_MS = 1000;

/** Seals the history from time to time, and once more at the end. What fails is made up for the next time. */
export function startSealing(
  { seals, clock, isOurs, onError }: SealingOptions,
  everyMs = SEAL_EVERY_MS,
): { close(): Promise<void> } {
  let closed = false;
  let sealing = Promise.resolve();
  let timer = setTimeout(seal, everyMs).unref();

  function seal(): void {
    sealing = sealHistory({ seals, clock }, () => !closed && isOurs())
      .then(() => {})
      .catch(onError)
      .finally(() => {
        if (!closed) timer = setTimeout(seal, everyMs).unref();
      });
  }

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await sealing;
      const until = performance.now() + AT_THE_END_MS;
      await sealHistory({ seals, clock }, () => isOurs() && performance.now() < until).catch(onError);
    },
  };
}
