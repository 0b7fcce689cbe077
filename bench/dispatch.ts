import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { createDispatcher } from '../src/queue/dispatcher.ts';
import { openRedis } from '../src/queue/embedded-redis.ts';
import type { RedisAddress } from '../src/queue/redis-connection.ts';
import type { WorkStore } from '../src/queue/work-store.ts';
import { createWorker } from '../src/queue/worker.ts';
import type { RequestStore } from '../src/requests/index.ts';
import { openStore } from '../src/store/open-store.ts';
import { approvedRequest, createFakeStepHandlers } from '../tests/fakes/fake-step-handlers.ts';
import { createFakeRecords } from '../tests/fakes/fake-work-store.ts';
import type { Figure } from './figure.ts';
import { bareJobsPerSecond } from './support/bare-queue.ts';
import { onEach, type Place } from './support/databases.ts';
import { createProcessorClock, load, median } from './support/processor-time.ts';

const CONCURRENCY = 50;
const BARE_JOBS = 6000;
const WARM_UP = 150;
const REQUESTS = 500;
const ROUNDS = 3;
/**
 * Of what somebody waits for: start-clip, start-shot, check-shot, download-shot, finish-clip, screen-clip, deliver; start-shot
 * commits twice. What comes after the reply, make-versions, is made one at a time on purpose and counts for nothing.
 */
const STEPS_EACH = 7;

const clock = () => new Date();
const logger = pino({ level: 'warn' }, process.stderr);

type Records = { work: WorkStore; requests: RequestStore };

/** Work steps a second, each with its commit, against bare BullMQ no-op jobs on the same Redis in the same run. */
export async function figures(): Promise<Figure[]> {
  return (await onEach(measure)).flat();
}

async function measure({ name, note, ...place }: Place): Promise<Figure[]> {
  const redis = await openRedis({ url: null, directory: place.directory, logger });
  const store = await openStore({ ...place });
  const counts = { jobs: 0, steps: 0 };
  try {
    await bareJobsPerSecond(redis.address, BARE_JOBS / 4, CONCURRENCY);
    await stepsPerSecond(redis.address, store, 'warm-up', WARM_UP);
    const rounds: Round[] = [];
    // In turns, since a shared machine is not always as fast.
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = await bareJobsPerSecond(redis.address, BARE_JOBS, CONCURRENCY);
      const added = await bareJobsPerSecond(redis.address, BARE_JOBS, CONCURRENCY, true);
      const records = counting(store, counts);
      const processorMs = createProcessorClock();
      const steps = await stepsPerSecond(redis.address, records, `measured-${round}`, REQUESTS);
      const processor = processorMs() / (REQUESTS * (STEPS_EACH + 1));
      const noRecords = await stepsPerSecond(redis.address, createFakeRecords(clock), `memory-${round}`, REQUESTS);
      rounds.push({ bare, added, steps, processor, noRecords });
    }
    return compare(name, `${note}, ${redis.description.split(' ')[0]}`, rounds, counts.steps / counts.jobs);
  } finally {
    await store.close();
    await redis.close();
  }
}

interface Round {
  /** Bare jobs a second, that were all added before. */
  bare: number;
  /** The same with the time it took to add them. */
  added: number;
  steps: number;
  /** Steps a second with records in memory that do next to nothing: what the queue alone does. */
  noRecords: number;
  /** Milliseconds of processor a step, of this process. */
  processor: number;
}

function compare(name: Place['name'], place: string, rounds: readonly Round[], perJob: number): Figure[] {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const value = middle(({ steps }) => steps);
  const share = middle(({ steps, noRecords }) => 1 - steps / noRecords);
  const note = [
    `median of ${ROUNDS} runs in turns, ${REQUESTS} requests of ${STEPS_EACH} steps, ${CONCURRENCY} at a time, ${place}, ${load()}`,
    `each step is committed before it counts, commits that wait share a statement, and ${perJob.toFixed(1)} steps ride on one job (decisions 9 and 11)`,
    `${Math.round(share * 100)} % of the time goes into the records: with records in memory it is ${Math.round(middle(({ noRecords }) => noRecords))} steps/s; ${middle(({ processor }) => processor).toFixed(2)} ms of processor a step in this process`,
  ].join('; ');
  const figure = (suffix: string, of: (round: Round) => number, what: string): Figure => ({
    name: `dispatch${suffix}${name === 'PGlite' ? '' : '-postgresql'}`,
    ...{ value, unit: 'steps/s', limit: middle(of), ratio: middle((round) => round.steps / of(round)) },
    target: 'ratio ≥ 0.3',
    note: `${what}; ${note}`,
  });
  return [
    figure(
      '',
      ({ bare }) => bare,
      'against bare jobs that were all added before the clock starts, while ours are added on the way',
    ),
    figure('-added', ({ added }) => added, 'against bare jobs that are added and done, as ours are'),
  ];
}

/** Counts how many steps are taken from the queue, and how many are done. */
function counting(records: Records, counts: { jobs: number; steps: number }): Records {
  return {
    requests: {
      ...records.requests,
      save: (commit) => {
        if (commit.completes) counts.steps += 1;
        return records.requests.save(commit);
      },
    },
    work: {
      ...records.work,
      async take(...parameters) {
        const taken = await records.work.take(...parameters);
        counts.jobs += taken.length;
        return taken;
      },
    },
  };
}

async function stepsPerSecond(redis: RedisAddress, records: Records, name: string, requests: number): Promise<number> {
  const now = clock().toISOString();
  const arrivals = Array.from({ length: requests }, (_, n) => approvedRequest(`${name}-${n}`, `m${n % 40}`, now));
  await records.requests.create(arrivals);
  const started = performance.now();
  const common = { redis, work: records.work, concurrency: CONCURRENCY, clock, logger };
  const dispatcher = createDispatcher({
    ...common,
    engineConcurrency: CONCURRENCY * 2,
    inFlightPerMember: 1000,
    mayStart: async () => true,
  });
  const { deliver, ...handlers } = createFakeStepHandlers();
  let delivered = 0;
  const worker = createWorker({
    ...common,
    requests: records.requests,
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
  while (delivered < requests) await delay(5);
  const perSecond = (requests * STEPS_EACH * 1000) / (performance.now() - started);
  while (await anyLeft(records)) await delay(5);
  await dispatcher.close();
  await worker.close(1000);
  return perSecond;
}

async function anyLeft({ work }: Records): Promise<boolean> {
  const { open, queued, running } = await work.counts();
  return open + queued + running > 0;
}
