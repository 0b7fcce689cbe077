import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for a condition. What comes soon is seen soon; what takes long is asked for less and less, ten times a second in the
 * end, since whoever is asked works for each answer. Throws, with the last error as its cause, when it does not come.
 */
export async function waitUntil(condition: () => unknown, what: string, withinMs = 30_000): Promise<void> {
  const since = performance.now();
  const waited = () => performance.now() - since;
  let cause: unknown;
  while (waited() < withinMs) {
    try {
      if (await condition()) return;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await delay(Math.min(100, 10 + waited() / 20));
  }
  throw new Error(`${what} did not come within ${withinMs} ms`, { cause });
}
