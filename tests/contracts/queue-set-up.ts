import { type Logger, pino } from 'pino';
import { afterEach, beforeEach, expect } from 'vitest';
import { createDispatcher, type DispatcherOptions } from '../../src/queue/dispatcher.ts';
import type { RedisAddress } from '../../src/queue/redis-connection.ts';
import type { StepHandlers } from '../../src/queue/step-handler.ts';
import type { WorkStore } from '../../src/queue/work-store.ts';
import { createWorker, type WorkerOptions } from '../../src/queue/worker.ts';
import { decide, type PromptRequest, type RequestState, type RequestStore } from '../../src/requests/index.ts';
import { approvedRequest, createFakeStepHandlers } from '../fakes/fake-step-handlers.ts';
import { waitUntil } from '../services.ts';

export interface RedisUnderTest {
  address: RedisAddress;
  stop(): Promise<void>;
}

export interface RecordsUnderTest {
  work: WorkStore;
  requests: RequestStore;
  close(): Promise<void>;
}

export interface QueueUnderTest {
  /** Gives an empty Redis. */
  startRedis(): Promise<RedisUnderTest>;
  /** Gives empty records. */
  openRecords(): Promise<RecordsUnderTest>;
}

export const clock = () => new Date();
export const STEPS_OF_A_CLIP = [
  'start-clip',
  'start-shot',
  'check-shot',
  'download-shot',
  'finish-clip',
  'screen-clip',
  'deliver',
  'make-versions',
];

/** A queue for each test of a suite, and what tests do with it. Registers what sets it up and tears it down. */
export type QueueSetUp = ReturnType<typeof setUpQueue>;

export function setUpQueue({ startRedis, openRecords }: QueueUnderTest) {
  let redis: RedisUnderTest;
  let records: BreakableRecords;
  let logger: Logger;
  const lines: { msg: string; level: number }[] = [];
  const closers: (() => Promise<unknown>)[] = [];
  /** Each time a handler began, as `<work id>#<attempt>`. */
  const begun: string[] = [];

  beforeEach(async () => {
    redis = await startRedis();
    records = breakable(await openRecords());
    lines.length = 0;
    logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    closers.length = 0;
    begun.length = 0;
  });
  afterEach(async () => {
    for (const close of closers.reverse()) await close();
    await records.close();
    await redis.stop();
  });

  function dispatch(options: Partial<DispatcherOptions> = {}) {
    const dispatcher = createDispatcher({
      redis: redis.address,
      work: records.work,
      concurrency: 10,
      engineConcurrency: 1000,
      inFlightPerMember: 1000,
      mayStart: async () => true,
      clock,
      logger,
      sweepEveryMs: 100,
      lostAfterMs: 300,
      ...options,
    });
    closers.push(dispatcher.close);
    return dispatcher;
  }

  function work(handlers: Partial<StepHandlers> = {}, options: Partial<WorkerOptions> = {}) {
    const worker = createWorker({
      redis: redis.address,
      concurrency: 10,
      work: records.work,
      requests: records.requests,
      handlers: noting({ ...createFakeStepHandlers(), ...handlers }),
      clock,
      logger,
      // No jitter at all: waits are as short as the policy allows.
      random: () => 0,
      leaseMs: 600,
      ...options,
    });
    let closed: Promise<void> | null = null;
    const close = (graceMs = 0) => {
      closed ??= worker.close(graceMs);
      return closed;
    };
    closers.push(() => close());
    return { close };
  }

  function noting(handlers: StepHandlers): StepHandlers {
    const entries = Object.entries(handlers).map(([step, handle]) => [
      step,
      (context: never) => {
        const { ticket, attempt } = context as { ticket: { id: string }; attempt: number };
        begun.push(`${ticket.id}#${attempt}`);
        return (handle as (context: never) => unknown)(context);
      },
    ]);
    return Object.fromEntries(entries);
  }

  const add = (id: string, member = 'm') =>
    records.requests.create([approvedRequest(id, member, clock().toISOString())]);
  async function addMany(count: number) {
    for (let index = 0; index < count; index += 1) await add(`r${index}`, `m${index % 7}`);
  }
  const all = () => records.requests.list({ order: 'oldest', limit: 1000 });
  const allAre = (state: RequestState) =>
    waitUntil(async () => (await all()).every((request) => request.state === state), `${state} of all`);
  const noWorkIsLeft = () =>
    waitUntil(async () => {
      const { open, queued, running } = await records.work.counts();
      return open + queued + running === 0;
    }, 'the end of all work');
  async function replies(id: string): Promise<number> {
    const history = await records.requests.history(id);
    return history.filter(({ event }) => event.kind === 'reply-posted').length;
  }
  async function oneReplyEach(): Promise<void> {
    for (const { id } of await all()) expect(await replies(id)).toBe(1);
  }
  async function only(): Promise<PromptRequest> {
    const [request, ...others] = await all();
    if (!request || others.length > 0) throw new Error('There is not just one request');
    return request;
  }

  return {
    get redis() {
      return redis;
    },
    get records() {
      return records;
    },
    get logger() {
      return logger;
    },
    ...{ lines, closers, begun, dispatch, work, add, addMany, all, allAre, noWorkIsLeft, replies, oneReplyEach, only },
  };
}

type BreakableRecords = RecordsUnderTest & { /** While set, every call rejects with it. */ broken: Error | null };

function breakable(records: RecordsUnderTest): BreakableRecords {
  const wrapped: BreakableRecords = {
    ...records,
    work: wrap(records.work),
    requests: wrap(records.requests),
    broken: null,
  };
  function wrap<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || name === 'onNews') return method;
        return async (...parameters: unknown[]) => {
          if (wrapped.broken) throw wrapped.broken;
          return Reflect.apply(method, target, parameters);
        };
      },
    });
  }
  return wrapped;
}

/** The request withdrawn by its requester, as the room saves it. */
export function withdrawal(request: PromptRequest) {
  const decision = decide(request, { kind: 'withdrawn', by: 'requester' }, clock().toISOString());
  if (!decision.applies) throw new Error(`A request that is ${request.state} cannot be withdrawn`);
  return { request: decision.request, entry: decision.entry, work: decision.work, completes: null };
}
