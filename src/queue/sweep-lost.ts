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
export async function sweepLost(sweep: Sweep): Promise<number> {
  const { work, keyOf, clock, lostAfterMs, logger } = sweep;
  const now = clock();
  const silent = await work.reopenExpired(toInstant(now));
  if (silent > 0) logger.warn({ rows: silent }, 'Work is handed out again, since its worker went silent');

  const queued = await work.queuedBefore(toInstant(new Date(now.getTime() - lostAfterMs)), LOOK_AT);
  if (queued.length === 0) return silent;
  const isLost = await Promise.all(queued.map((row) => isLostInQueue(sweep, keyOf(jobIdOf(row)))));
  const lost = queued.filter((_, index) => isLost[index]);
  if (lost.length === 0) return silent;
  const reopened = await work.reopen(lost);
  if (reopened > 0) logger.warn({ rows: reopened }, 'Work is queued again, since the queue had lost it');
  return silent + reopened;
}

/**
 * Whether Redis has forgotten a job, or has handed it to a worker that did not hear of it since the line broke just then:
 * a worker takes the row as soon as it has the job. BullMQ itself would notice after 45 s.
 */
async function isLostInQueue({ redis, clock, lostAfterMs }: Sweep, key: string): Promise<boolean> {
  const [addedAt, handedOutAt] = await redis.hmget(key, 'timestamp', 'processedOn');
  if (!addedAt) return true;
  return Boolean(handedOutAt) && clock().getTime() - Number(handedOutAt) > lostAfterMs;
}
