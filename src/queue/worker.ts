import { setTimeout as delay } from 'node:timers/promises';
import { type Job, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { type Clock, type RequestStore, toInstant, type WorkTicket } from '../requests/index.ts';
import { createBatch } from './batch.ts';
import { createHeldRows, type HeldRow } from './held-rows.ts';
import { KEY_PREFIX, parseJob, QUEUE_NAME } from './job.ts';
import { createOutage } from './outage.ts';
import type { RedisAddress } from './redis-connection.ts';
import { runStep } from './run-step.ts';
import type { StepHandlers } from './step-handler.ts';
import type { WorkStore } from './work-store.ts';

/** Rows taken in one statement. */
const TAKE_AT_MOST = 200;
const RECONNECT_AT_MOST_EVERY_MS = 1000;
const LET_GO_WITHIN_MS = 2000;

export interface WorkerOptions {
  redis: RedisAddress;
  /** Steps under way in this process at the same time. */
  concurrency: number;
  work: WorkStore;
  requests: RequestStore;
  handlers: StepHandlers;
  clock: Clock;
  logger: Logger;
  /** 0 ≤ random() < 1. */
  random: () => number;
  /** A row whose process says nothing for so long is handed to another, in milliseconds. */
  leaseMs?: number;
  /** Called after each step, so that a dispatcher in the same process fills up without delay. */
  onDone?: () => void;
}

export interface QueueWorker {
  /**
   * Takes nothing more, tells the running steps to stop, and waits for them so long, in milliseconds; what is not done
   * then is put back, due at once.
   */
  close(graceMs: number): Promise<void>;
}

/** Does the work that the queue carries. Every outcome is in the records when a job ends; BullMQ itself retries none. */
export function createWorker(options: WorkerOptions): QueueWorker {
  const { work, logger, clock, onDone, leaseMs = 60_000 } = options;
  const stopping = new AbortController();
  const held = createHeldRows({ work, clock, leaseMs, logger });
  const runner = { ...options, stopping: stopping.signal, leaseEnd: held.leaseEnd };
  const records = createOutage(logger, 'The records');
  const redis = createOutage(logger, 'The queue');

  const take = createBatch(async (tickets: readonly WorkTicket[]) => {
    const taken = await work.take(tickets, held.leaseEnd());
    const byId = new Map(taken.map((each) => [each.row.id, each]));
    return tickets.map(({ id, epoch }) => {
      const found = byId.get(id);
      if (found?.row.epoch !== epoch) return null;
      // The same ticket may stand in one batch twice; only one of them gets the row.
      byId.delete(id);
      return found;
    });
  }, TAKE_AT_MOST);

  async function process(data: unknown): Promise<void> {
    const ticket = parseJob(data);
    if (!ticket) {
      logger.warn('The queue held something that no dispatcher of ours wrote; it is dropped');
      return;
    }
    // Left in Redis, or redelivered: the dispatcher hands the row out again.
    if (stopping.signal.aborted) return;
    const taken = await take(ticket);
    if (!taken) return;
    let row: HeldRow | null = held.hold(taken.row);
    let { request } = taken;
    while (row) {
      const done: HeldRow = row;
      row = null;
      try {
        const next = await runStep(runner, done, request);
        // Held before the other is let go of, so that whoever waits for the end does not see one between them.
        if (next) {
          row = held.hold(next.row);
          request = next.request;
        }
      } finally {
        held.release(done);
      }
    }
  }

  async function processSafely({ data }: Job): Promise<void> {
    try {
      await process(data);
      records.worked();
    } catch (error) {
      // The row stays as it is in the records; the sweep or the end of its lease brings it back.
      records.failed(error);
    }
    onDone?.();
  }

  const worker = new Worker(QUEUE_NAME, processSafely, {
    connection: {
      ...options.redis,
      maxRetriesPerRequest: null,
      retryStrategy: (tries) => Math.min(tries * 50, RECONNECT_AT_MOST_EVERY_MS),
    },
    prefix: KEY_PREFIX,
    concurrency: options.concurrency,
    // A job that comes a second time finds its row taken, so it may come as often as it likes.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    stalledInterval: 15_000,
    runRetryDelay: RECONNECT_AT_MOST_EVERY_MS,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  // Told to Redis: a step that ends while Redis is away proves nothing.
  worker.on('completed', redis.worked);
  worker.on('error', (error) => {
    // Redis was wiped under a running job: its end is in the records already.
    if (/missing (lock|key)/i.test(error.message)) logger.debug({ err: error }, 'The queue has forgotten a job');
    else redis.failed(error);
  });

  /** Returns how many steps are still running. */
  async function putBack(): Promise<number> {
    const dueAt = toInstant(clock());
    const rows = held.releaseAll();
    const puttingBack = rows.map((row) => work.postpone(row, { dueAt, attempt: row.attempt, error: null }));
    await Promise.all(puttingBack).catch(records.failed);
    return rows.length;
  }

  return {
    async close(graceMs) {
      stopping.abort();
      await worker.pause(true);
      await Promise.race([held.settled(), delay(graceMs, undefined, { ref: false })]);
      const running = await putBack();
      held.close();
      // A polite end waits for what runs, and with Redis away for Redis.
      const closed = worker.close(running > 0).catch(redis.failed);
      await Promise.race([closed, delay(LET_GO_WITHIN_MS, undefined, { ref: false })]);
      const disconnected = worker.disconnect().catch(() => {});
      // A connection that is just being made anew never says that it has ended.
      await Promise.race([disconnected, delay(LET_GO_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
