import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type Clock, toInstant } from '../requests/index.ts';
import { jobIdOf } from './job.ts';
import type { WorkStore } from './work-store.ts';

/** More rows than any window holds. */
const LOOK_AT = 1000;

export interface Sweep {
  work: WorkStore;
  redis: Redis;
  /** The key under which BullMQ keeps a job, by its id. */
  keyOf(jobId: string): string;
  clock: Clock;
  lostAfterMs: number;
  logger: Logger;
}

/**
 * Opens again what was lost on the way: rows that Redis has forgotten, and rows whose worker has gone silent. Returns
 * how many.
 */
export async function sweep({ work, redis, keyOf, clock, lostAfterMs, logger }: Sweep): Promise<number> {
  const now = clock();
  const silent = await work.reopenExpired(toInstant(now));
  if (silent > 0) logger.warn({ rows: silent }, 'Work is handed out again, since its worker went silent');

  const queued = await work.queuedBefore(toInstant(new Date(now.getTime() - lostAfterMs)), LOOK_AT);
  if (queued.length === 0) return silent;
  const known = await Promise.all(queued.map((row) => redis.exists(keyOf(jobIdOf(row)))));
  const lost = queued.filter((_, index) => known[index] === 0);
  if (lost.length === 0) return silent;
  const reopened = await work.reopen(lost);
  if (reopened > 0) logger.warn({ rows: reopened }, 'Work is queued again, since the queue had lost it');
  return silent + reopened;
}
