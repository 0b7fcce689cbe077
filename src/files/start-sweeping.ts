import { type LetPicturesGoDependencies, letPicturesGo } from './let-pictures-go.ts';
import { type SweepOptions, type Swept, sweepFiles } from './sweep-files.ts';

export interface SweepingOptions extends Pick<SweepOptions, 'files'>, LetPicturesGoDependencies {
  /** So long after it was last put, in milliseconds, a file is let go that no record has. */
  keepMs: number;
  /** So long after a refusal or a decline, in milliseconds, its picture is let go of. */
  keepDeclinedMs: number;
  /** False where another process has taken over. */
  isOurs: () => boolean;
  onSwept: (swept: Swept) => void;
  onError: (error: unknown) => void;
}

const SWEEP_EVERY_MS = 6 * 60 * 60 * 1000;
/** What is begun at the start has the machine to itself for a while. */
const FIRST_AFTER_MS = 5 * 60 * 1000;

/** Sweeps a while after the start and then four times a day; a sweep that fails is made up for by the next. */
export function startSweeping(
  { files, owners, requests, keepMs, keepDeclinedMs, clock, isOurs, onSwept, onError }: SweepingOptions,
  { everyMs = SWEEP_EVERY_MS, firstAfterMs = FIRST_AFTER_MS } = {},
): { close(): Promise<void> } {
  let closed = false;
  let sweeping = Promise.resolve();
  let timer = setTimeout(sweep, firstAfterMs).unref();

  function sweep(): void {
    const ago = (ms: number) => new Date(clock().getTime() - ms);
    const goesOn = () => !closed && isOurs();
    sweeping = letPicturesGo({ owners, requests, clock }, { before: ago(keepDeclinedMs), goesOn })
      .then(() => sweepFiles({ files, owners, before: ago(keepMs), goesOn }))
      .then((swept) => {
        if (swept.files > 0) onSwept(swept);
      })
      .catch(onError)
      .finally(() => {
        if (!closed) timer = setTimeout(sweep, everyMs).unref();
      });
  }

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await sweeping;
    },
  };
}
