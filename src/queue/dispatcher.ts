import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type Clock, toInstant } from '../requests/index.ts';
import { createAlarm } from './alarm.ts';
import { jobIdOf, KEY_PREFIX, QUEUE_NAME } from './job.ts';
import { createOutage } from './outage.ts';
import type { RedisAddress } from './redis-connection.ts';
import { createStartPermit } from './start-permit.ts';
import { sweepLost } from './sweep-lost.ts';
import type { WorkRow, WorkStore } from './work-store.ts';

/** With a backlog and a full window, how often to look whether there is room again; a worker's word comes sooner. */
const LOOK_WHEN_FULL_MS = 20;
/** How often to look for rows that are due but must wait for a place at the engine or for their member's other clips. */
const LOOK_WHEN_BLOCKED_MS = 250;
/** Under load, news of this long is handed out together: a pick costs the records the same for one row as for fifty. */
const GATHER_MS = 5;
const BACK_OFF_MS = { first: 100, longest: 5000 };
/** Nothing is waited for longer than this when Redis hangs without closing. */
const REDIS_DEADLINE_MS = 10_000;

export interface DispatcherOptions {
  redis: RedisAddress;
  work: WorkStore;
  /** The steps that one worker process does at the same time. */
  concurrency: number;
  /** Clips under way at the engine at the same time. */
  engineConcurrency: number;
  inFlightPerMember: number;
  /** Whether any clip may be begun now; asked before each pick. What was begun goes on. */
  mayStart: () => Promise<boolean>;
  clock: Clock;
  logger: Logger;
  /** How often to look for rows that were lost on the way, in milliseconds. */
  sweepEveryMs?: number;
  /** A queued row that nobody took for so long, and that Redis does not know, was lost; in milliseconds. */
  lostAfterMs?: number;
}

export interface Dispatcher {
  /** Says that a step was done, so that there is more room. */
  wake(): void;
  close(): Promise<void>;
}

/**
 * Feeds BullMQ a small window of what the records hold open. Any number may run at once: a row is handed out by a
 * compare-and-set, and what is lost or repeated on the way is seen by its epoch.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { work, clock, logger, sweepEveryMs = 2000, lostAfterMs = 3000 } = options;
  const window = options.concurrency * 2;
  const refillAt = options.concurrency;
  const outage = createOutage(logger, 'The queue or the records');
  const alarm = createAlarm();
  const redis = connect(options.redis);
  redis.on('error', outage.failed);
  const queue = new Queue(QUEUE_NAME, {
    connection: redis,
    prefix: KEY_PREFIX,
    defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    streams: { events: { maxLen: 100 } },
  });
  queue.on('error', outage.failed);
  const permit = createStartPermit(redis, `${KEY_PREFIX}:starting`);
  const stopListening = work.onNews(() => {
    if (!full) alarm.ring();
  });
  let full = false;
  let doneSince = 0;
  let closing = false;
  let sweptAt = 0;

  /** Hands out as many rows as there is room for. Returns for how long there is nothing more to do. */
  async function fill(): Promise<number> {
    doneSince = 0;
    const room = window - (await queue.getWaitingCount());
    // Half a window at a time, so that each row does not cost a pick of its own.
    full = room < refillAt;
    if (full) return LOOK_WHEN_FULL_MS;
    const rows = await pick(room);
    if (rows.length > 0) await send(rows);
    full = rows.length === room;
    if (full) return LOOK_WHEN_FULL_MS;
    const due = await work.nextDue();
    if (due === null) return sweepEveryMs;
    const inMs = Date.parse(due) - clock().getTime();
    return inMs > 0 ? Math.min(inMs, sweepEveryMs) : LOOK_WHEN_BLOCKED_MS;
  }

  async function freePlaces(): Promise<number> {
    return Math.max(0, options.engineConcurrency - (await work.startsUnderWay()));
  }

  /** Only one dispatcher at a time may count the free places at the engine and fill them. */
  function pick(limit: number): Promise<WorkRow[]> {
    return permit.hold(async (mine) => {
      const startable = mine && (await options.mayStart()) ? await freePlaces() : 0;
      return work.pick({
        limit,
        startable,
        inFlightPerMember: options.inFlightPerMember,
        now: toInstant(clock()),
      });
    });
  }

  async function send(rows: readonly WorkRow[]): Promise<void> {
    try {
      await queue.addBulk(
        rows.map((row) => ({
          name: row.work.step,
          data: { id: row.id, epoch: row.epoch },
          opts: { jobId: jobIdOf(row) },
        })),
      );
    } catch (error) {
      // Some may be on their way: they will be seen to be old.
      await work.reopen(rows);
      throw error;
    }
  }

  async function turn(): Promise<number> {
    const restMs = await fill();
    const now = performance.now();
    if (now - sweptAt < sweepEveryMs) return restMs;
    sweptAt = now;
    const reopened = await sweepLost({ work, redis, keyOf: (id) => queue.toKey(id), clock, lostAfterMs, logger });
    return reopened > 0 ? 0 : restMs;
  }

  async function loop(): Promise<void> {
    let backOffMs = BACK_OFF_MS.first;
    while (!closing) {
      try {
        const restMs = await turn();
        outage.worked();
        backOffMs = BACK_OFF_MS.first;
        await Promise.all([alarm.sleep(restMs), delay(GATHER_MS)]);
      } catch (error) {
        if (closing) return;
        outage.failed(error);
        await alarm.sleep(backOffMs);
        backOffMs = Math.min(backOffMs * 2, BACK_OFF_MS.longest);
      }
    }
  }
  const ended = loop();

  return {
    wake() {
      doneSince += 1;
      if (!full || doneSince >= refillAt) alarm.ring();
    },
    async close() {
      closing = true;
      stopListening();
      alarm.ring();
      await ended;
      await queue.close().catch(() => {});
      redis.disconnect();
    },
  };
}

/** Fails fast rather than queueing commands up: the loop itself tries again. */
function connect(address: RedisAddress): Redis {
  return new Redis({
    ...address,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: REDIS_DEADLINE_MS,
    retryStrategy: (tries) => Math.min(tries * 50, 1000),
  });
}
