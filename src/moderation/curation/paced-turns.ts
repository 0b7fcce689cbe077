import { setTimeout as delay } from 'node:timers/promises';
import { AdapterError } from '../../requests/index.ts';

/** Does what it is given when all that was given before is over. */
export type PacedTurns = <Result>(act: () => Promise<Result>) => Promise<Result>;

/** One at a time, and so many milliseconds of rest between two. Once stopped, nothing more begins. */
export function createPacedTurns(restMs: number, stop: AbortSignal): PacedTurns {
  let last: Promise<unknown> = Promise.resolve();
  const rest = () => delay(restMs, undefined, { signal: stop, ref: false }).catch(() => {});
  return (act) => {
    const result = last.then(() => {
      // Not done, and to be done by whoever comes next.
      if (stop.aborted) throw new AdapterError('Stopped', { adapter: 'turns', code: 'stopped', retryable: true });
      return act();
    });
    last = result.then(rest, rest);
    return result;
  };
}
