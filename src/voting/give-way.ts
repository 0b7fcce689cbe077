import { setImmediate as othersTurn } from 'node:timers/promises';

/** So long, in milliseconds, a computation keeps everything else in this process waiting. */
const LONGEST_MS = 10;

/** To be awaited between the pieces of a long computation: after so long, whatever waits has its turn first. */
export function createGiveWay(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONGEST_MS) return;
    await othersTurn();
    began = performance.now();
  };
}
