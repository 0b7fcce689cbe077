import { Queue, Worker } from 'bullmq';
import type { RedisAddress } from '../../src/queue/redis-connection.ts';

/**
 * No-op jobs a second of bare BullMQ, that were all added before: what a worker does at best. With `adding`, the time it
 * took to add them counts too, as it does in any queue that lives.
 */
export async function bareJobsPerSecond(address: RedisAddress, jobs: number, concurrency: number, adding = false) {
  const connection = { ...address, maxRetriesPerRequest: null };
  const kept = { removeOnComplete: true, removeOnFail: true };
  const queue = new Queue('bare', { connection, defaultJobOptions: kept });
  await queue.waitUntilReady();
  const addedFrom = performance.now();
  await queue.addBulk(Array.from({ length: jobs }, (_, number) => ({ name: 'nothing', data: { number } })));
  const started = adding ? addedFrom : performance.now();
  let done = 0;
  const all = Promise.withResolvers<void>();
  const worker = new Worker(
    'bare',
    async () => {
      done += 1;
      if (done === jobs) all.resolve();
    },
    { connection, concurrency },
  );
  await all.promise;
  const perSecond = (jobs * 1000) / (performance.now() - started);
  await worker.close();
  await queue.close();
  return perSecond;
}
