import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/** Longer than any count and pick takes; a dispatcher that dies with the permit blocks the others no longer. */
const HELD_AT_MOST_MS = 5000;

/** Deletes the key only while it holds our own token. */
const GIVE_BACK = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

export interface StartPermit {
  /** Runs the task, telling it whether it alone may start clips now. */
  hold<Result>(task: (mine: boolean) => Promise<Result>): Promise<Result>;
}

/**
 * A permit that one process at a time has, so that two dispatchers do not both fill the same free place at the engine.
 * It guards an engine's concurrency, not money: what must not happen twice is guarded by the records.
 */
export function createStartPermit(redis: Redis, key: string): StartPermit {
  return {
    async hold(task) {
      const token = randomUUID();
      const mine = (await redis.set(key, token, 'PX', HELD_AT_MOST_MS, 'NX')) === 'OK';
      try {
        return await task(mine);
      } finally {
        if (mine) await redis.eval(GIVE_BACK, 1, key, token).catch(() => {});
      }
    },
  };
}
