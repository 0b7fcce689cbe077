import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition, asking every 20 ms. Throws, with the last error as its cause, when it does not come. */
export async function waitUntil(condition: () => unknown, what: string, withinMs = 30_000): Promise<void> {
  const until = performance.now() + withinMs;
  let cause: unknown;
  while (performance.now() < until) {
    try {
      if (await condition()) return;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await delay(20);
  }
  throw new Error(`${what} did not come within ${withinMs} ms`, { cause });
}
