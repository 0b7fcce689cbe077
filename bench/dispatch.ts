import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { pino } from 'pino';
import { createDispatcher } from '../src/queue/dispatcher.ts';
import { openRedis } from '../src/queue/embedded-redis.ts';
import type { RedisAddress } from '../src/queue/redis-connection.ts';
import { createWorker } from '../src/queue/worker.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { approvedRequest, createFakeStepHandlers } from '../tests/fakes/fake-step-handlers.ts';
import type { Figure } from './figure.ts';

const CONCURRENCY = 50;
const BARE_JOBS = 6000;
const WARM_UP = 60;
const REQUESTS = 600;
/** start-clip, start-shot, check-shot, download-shot, finish-clip, screen-clip, deliver; start-shot commits twice. */
const STEPS_EACH = 7;

const clock = () => new Date();
const logger = pino({ level: 'warn' }, process.stderr);

/** Work steps a second, each with its transaction, against bare BullMQ no-op jobs on the same Redis in the same run. */
export async function figures(): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-bench-'));
  const redis = await openRedis({ url: null, directory, logger });
  const store = await openStore({ databaseUrl: null, directory, clock });
  try {
    // The bare one before and after, since a shared machine is not always as fast.
    const before = await bareJobsPerSecond(redis.address);
    await stepsPerSecond(redis.address, store, 'warm-up', WARM_UP);
    const value = await stepsPerSecond(redis.address, store, 'measured', REQUESTS);
    const after = await bareJobsPerSecond(redis.address);
    const limit = (before + after) / 2;
    const note = `${REQUESTS} requests of ${STEPS_EACH} steps, ${CONCURRENCY} at a time, ${store.description.split(' ')[0]}, ${redis.description.split(' ')[0]}, one process`;
    return [{ name: 'dispatch', value, unit: 'steps/s', limit, ratio: value / limit, target: 'ratio ≥ 0.3', note }];
  } finally {
    await store.close();
    await redis.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function bareJobsPerSecond(address: RedisAddress): Promise<number> {
  const connection = { ...address, maxRetriesPerRequest: null };
  const kept = { removeOnComplete: true, removeOnFail: true };
  const queue = new Queue('bare', { connection, defaultJobOptions: kept });
  await queue.addBulk(Array.from({ length: BARE_JOBS }, (_, number) => ({ name: 'nothing', data: { number } })));
  const started = performance.now();
  let done = 0;
  const all = Promise.withResolvers<void>();
  const worker = new Worker(
    'bare',
    async () => {
      done += 1;
      if (done === BARE_JOBS) all.resolve();
    },
    { connection, concurrency: CONCURRENCY },
  );
  await all.promise;
  const perSecond = (BARE_JOBS * 1000) / (performance.now() - started);
  await worker.close();
  await queue.close();
  return perSecond;
}

async function stepsPerSecond(redis: RedisAddress, store: Store, name: string, requests: number): Promise<number> {
  const now = clock().toISOString();
  const arrivals = Array.from({ length: requests }, (_, n) => approvedRequest(`${name}-${n}`, `m${n % 40}`, now));
  await store.requests.create(arrivals);
  const started = performance.now();
  const common = { redis, work: store.work, concurrency: CONCURRENCY, clock, logger };
  const dispatcher = createDispatcher({ ...common, engineConcurrency: CONCURRENCY * 2, inFlightPerMember: 1000 });
  const { deliver, ...handlers } = createFakeStepHandlers();
  let delivered = 0;
  const worker = createWorker({
    ...common,
    requests: store.requests,
    handlers: {
      ...handlers,
      deliver: (context) => {
        delivered += 1;
        return deliver(context);
      },
    },
    random: Math.random,
    onDone: dispatcher.wake,
  });
  while (delivered < requests || (await anyLeft(store))) await delay(5);
  const perSecond = (requests * STEPS_EACH * 1000) / (performance.now() - started);
  await dispatcher.close();
  await worker.close(1000);
  return perSecond;
}

async function anyLeft({ work }: Store): Promise<boolean> {
  const { open, queued, running } = await work.counts();
  return open + queued + running > 0;
}
