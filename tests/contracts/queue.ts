import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type Logger, pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDispatcher, type DispatcherOptions } from '../../src/queue/dispatcher.ts';
import { KEY_PREFIX, QUEUE_NAME } from '../../src/queue/job.ts';
import type { RedisAddress } from '../../src/queue/redis-connection.ts';
import type { StepHandlers } from '../../src/queue/step-handler.ts';
import type { WorkStore } from '../../src/queue/work-store.ts';
import { createWorker, type WorkerOptions } from '../../src/queue/worker.ts';
import {
  AdapterError,
  decide,
  type PromptRequest,
  type RequestState,
  type RequestStore,
} from '../../src/requests/index.ts';
import { layLine } from '../fakes/cuttable-line.ts';
import { approvedRequest, createFakeStepHandlers, newRequest } from '../fakes/fake-step-handlers.ts';
import type { WorkerProcessMessage } from '../fakes/worker-process.ts';
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

const clock = () => new Date();
const STEPS_TO_A_REPLY = [
  'start-clip',
  'start-shot',
  'check-shot',
  'download-shot',
  'finish-clip',
  'screen-clip',
  'deliver',
];

/** What the queue must do on every Redis and on all records. */
export function queueContract(name: string, { startRedis, openRecords }: QueueUnderTest): void {
  describe(`queue: ${name}`, () => {
    let redis: RedisUnderTest;
    let records: BreakableRecords;
    let lines: { msg: string; level: number }[];
    let logger: Logger;
    let closers: (() => Promise<unknown>)[];
    /** Each time a handler began, as `<work id>#<attempt>`. */
    let begun: string[];

    beforeEach(async () => {
      redis = await startRedis();
      records = breakable(await openRecords());
      lines = [];
      logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
      closers = [];
      begun = [];
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

    it('does each step of each request once under two workers and two dispatchers', async () => {
      const dispatchers = [dispatch(), dispatch()];
      for (const { wake } of dispatchers) work({}, { onDone: wake });
      await addMany(20);
      await allAre('delivered');
      await noWorkIsLeft();
      expect(begun).toHaveLength(20 * STEPS_TO_A_REPLY.length);
      expect(new Set(begun).size).toBe(begun.length);
      await oneReplyEach();
    });

    it('starts no more clips than the engine takes, with two dispatchers', async () => {
      let most = 0;
      const measure = async () => {
        most = Math.max(most, await records.work.startsUnderWay());
      };
      const handlers = createFakeStepHandlers();
      // Records that answer late, so that both would count the same free places.
      const startsUnderWay = async () => {
        const count = await records.work.startsUnderWay();
        await delay(20);
        return count;
      };
      const late = { ...records.work, startsUnderWay };
      dispatch({ engineConcurrency: 3, work: late });
      dispatch({ engineConcurrency: 3, work: late });
      work({
        'check-shot': async (context) => {
          await measure();
          return handlers['check-shot'](context);
        },
      });
      await addMany(12);
      await allAre('delivered');
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(3);
    });

    it('loses nothing and does nothing twice when Redis is wiped in the middle', async () => {
      const control = new Redis(redis.address);
      closers.push(async () => control.disconnect());
      dispatch();
      work();
      await addMany(20);
      for (const share of [20, 60, 100]) {
        await waitUntil(() => begun.length >= share, `${share} steps`);
        await control.flushdb();
      }
      await allAre('delivered');
      await noWorkIsLeft();
      expect(new Set(begun).size).toBe(begun.length);
      await oneReplyEach();
    });

    it('goes on by itself after Redis was away for five seconds, and says so once', async () => {
      const line = await layLine(redis.address);
      closers.push(line.close);
      dispatch({ redis: line.address });
      work({}, { redis: line.address });
      await addMany(10);
      await waitUntil(() => begun.length >= 20, '20 steps');
      await line.cut();
      const before = lines.length;
      // Not waiting for anything: the outage itself is what is tested.
      await delay(5000);
      await line.mend();
      await allAre('delivered');
      await oneReplyEach();
      const complaints = lines.slice(before).filter(({ msg }) => /cannot be reached/.test(msg));
      expect(complaints.length).toBeGreaterThan(0);
      expect(complaints.length).toBeLessThanOrEqual(3);
    });

    it('goes on by itself after the records were away', async () => {
      dispatch();
      work();
      await addMany(10);
      await waitUntil(() => begun.length >= 20, '20 steps');
      records.broken = new Error('connection refused');
      await waitUntil(() => lines.some(({ msg }) => /cannot be reached/.test(msg)), 'the complaint');
      records.broken = null;
      await allAre('delivered');
      await oneReplyEach();
    });

    it('drops what it did not write, and works on', async () => {
      const control = new Redis({ ...redis.address, maxRetriesPerRequest: null });
      const queue = new Queue(QUEUE_NAME, { connection: control, prefix: KEY_PREFIX });
      closers.push(async () => {
        await queue.close();
        control.disconnect();
      });
      dispatch();
      work();
      const garbage: unknown[] = [
        { id: 5 },
        'text',
        null,
        [],
        { id: 'r1', epoch: 1, prompt: 'x' },
        { id: '', epoch: -1 },
      ];
      await queue.addBulk(garbage.map((data) => ({ name: 'deliver', data })));
      await queue.add('deliver', { id: 'no-such-row', epoch: 1 });
      await add('r1');
      await allAre('delivered');
      await waitUntil(
        () => lines.filter(({ msg }) => /no dispatcher of ours/.test(msg)).length === garbage.length,
        'a line each',
      );
      await waitUntil(async () => (await queue.count()) + (await queue.getActiveCount()) === 0, 'an empty queue');
      expect(await queue.getFailedCount()).toBe(0);
    });

    it('does a row once however often the queue delivers it, and never for an old ticket', async () => {
      const queue = new Queue(QUEUE_NAME, { connection: { ...redis.address }, prefix: KEY_PREFIX });
      closers.push(() => queue.close());
      await records.requests.create([newRequest('r1', 'm', clock().toISOString())]);
      const pick = () =>
        records.work.pick({ limit: 1, startable: 0, inFlightPerMember: 1, now: clock().toISOString() });
      const [old] = await pick();
      if (!old) throw new Error('There was nothing to pick');
      await records.work.reopen([old]);
      const [row] = await pick();
      if (!row) throw new Error('There was nothing to pick again');
      const tickets = [old, row, row, row];
      await queue.addBulk(tickets.map(({ id, epoch }) => ({ name: 'screen-prompt', data: { id, epoch } })));
      work();
      await waitUntil(async () => (await queue.getWaitingCount()) + (await queue.getActiveCount()) === 0, 'all jobs');
      expect(begun).toEqual([`${row.id}#1`]);
      await allAre('in-review');
    });

    it('gives up a step that keeps failing, with a reason for the curator and without secrets', async () => {
      dispatch();
      work({
        'finish-clip': async () => {
          throw new AdapterError('No space left; see https://user:pass@example.org/x?token=abc', {
            adapter: 'media',
            code: 'disk-full',
            retryable: true,
          });
        },
      });
      await add('r1');
      await allAre('failed');
      expect(await only()).toMatchObject({
        during: 'finishing',
        error: 'media: No space left; see [link] (disk-full)',
      });
      expect(begun.filter((each) => each.includes('finish-clip')).map((each) => each.split('#')[1])).toEqual([
        '1',
        '2',
        '3',
        '4',
      ]);
      await noWorkIsLeft();
    });

    it('gives up a step with a bug in it without telling the curator its text', async () => {
      dispatch();
      work({
        deliver: async () => {
          throw new TypeError('cannot read sk-12345678');
        },
      });
      await add('r1');
      await allAre('failed');
      expect(await only()).toMatchObject({ during: 'delivering', error: expect.stringContaining('TypeError') });
      expect(JSON.stringify(await only())).not.toContain('sk-1234');
    });

    it('completes a step whose failing is no failure of the request', async () => {
      dispatch();
      work({
        'check-shot': async () => {
          await records.requests.save(withdrawal(await only()));
          return { next: 'nothing' };
        },
        'cancel-shot': async () => {
          throw new AdapterError('The engine does not know it', {
            adapter: 'fake',
            code: 'http-404',
            retryable: false,
          });
        },
      });
      await add('r1');
      await waitUntil(() => begun.some((each) => each.includes('cancel-shot')), 'the cancelling');
      await noWorkIsLeft();
      expect((await only()).state).toBe('withdrawn');
      expect(lines.some(({ msg }) => /none the worse/.test(msg))).toBe(true);
    });

    it('looks again without counting it as a try', async () => {
      let looks = 0;
      const handlers = createFakeStepHandlers();
      dispatch();
      work({
        'check-shot': async (context) => {
          looks += 1;
          return looks < 5 ? { next: 'again', afterMs: 1 } : handlers['check-shot'](context);
        },
      });
      await add('r1');
      await allAre('delivered');
      expect(begun.filter((each) => each.includes('check-shot')).every((each) => each.endsWith('#1'))).toBe(true);
    });

    it('puts right what was done outside when the request does not want it any more', async () => {
      let putRight = 0;
      const handlers = createFakeStepHandlers();
      dispatch();
      work({
        deliver: async (context) => {
          await records.requests.save(withdrawal(context.request));
          const result = await handlers.deliver(context);
          const ifMoot = async () => {
            putRight += 1;
          };
          return { ...result, ifMoot } as typeof result;
        },
      });
      await add('r1');
      await waitUntil(() => putRight > 0, 'the putting right');
      await noWorkIsLeft();
      expect((await only()).state).toBe('withdrawn');
      expect(putRight).toBe(1);
    });

    it('stops within its grace, puts back what is not done, and goes on at once after a restart', async () => {
      const dispatcher = dispatch();
      const heard: boolean[] = [];
      const stubborn = work({
        'screen-prompt': ({ signal, request }) =>
          new Promise((resolve) => {
            // One listens when it is told to stop, the other never ends.
            signal.addEventListener('abort', () => {
              heard.push(true);
              if (request.id === 'polite') resolve({ next: 'again', afterMs: 0 });
            });
          }),
      });
      const now = clock().toISOString();
      await records.requests.create([newRequest('polite', 'm', now), newRequest('deaf', 'm', now)]);
      await waitUntil(() => begun.length === 2, 'both steps');
      await dispatcher.close();
      await stubborn.close(200);
      expect(heard).toEqual([true, true]);
      expect(await records.work.counts()).toEqual({ open: 2, queued: 0, running: 0 });
      dispatch();
      work();
      await allAre('in-review');
      expect(begun.map((each) => each.split('#')[1])).toEqual(['1', '1', '1', '1']);
    });

    it('hands a row out again when its worker is killed, and has it done once', async () => {
      dispatch();
      const victim = await workerProcess(redis.address, records, logger);
      closers.push(victim.end);
      await add('r1');
      await victim.isHolding();
      victim.child.kill('SIGKILL');
      work();
      await allAre('delivered');
      expect(await replies('r1')).toBe(1);
      expect(begun.filter((each) => each.includes('deliver'))).toEqual([expect.stringMatching(/#2$/)]);
    });

    it('lets a worker that slept through its lease commit nothing', async () => {
      dispatch();
      const sleeper = await workerProcess(redis.address, records, logger);
      closers.push(sleeper.end);
      await add('r1');
      await sleeper.isHolding();
      sleeper.child.kill('SIGSTOP');
      work();
      await allAre('delivered');
      sleeper.child.kill('SIGCONT');
      sleeper.goOn();
      const { isCurrent, saved } = await sleeper.outcome();
      expect(isCurrent).toBe(false);
      expect(saved).toBe('superseded');
      expect(await replies('r1')).toBe(1);
    });
  });
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
function withdrawal(request: PromptRequest) {
  const decision = decide(request, { kind: 'withdrawn', by: 'requester' }, clock().toISOString());
  if (!decision.applies) throw new Error(`A request that is ${request.state} cannot be withdrawn`);
  return { request: decision.request, entry: decision.entry, work: decision.work, completes: null };
}

/** A worker in a process of its own, on these records, that holds still in the middle of `deliver`. */
async function workerProcess(redis: RedisAddress, records: RecordsUnderTest, logger: Logger) {
  const child = fork(new URL('../fakes/worker-process.ts', import.meta.url), [JSON.stringify(redis)]);
  const told = { ready: false, holding: false };
  let isCurrent: boolean | null = null;
  let saved: unknown = null;
  let waits = false;
  child.on('message', async (message: WorkerProcessMessage) => {
    if (message.kind === 'ready') told.ready = true;
    else if (message.kind === 'holding') told.holding = true;
    else if (message.kind === 'is-current') isCurrent = message.isCurrent;
    else {
      const port = records[message.port] as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
      const answer = await port[message.method]?.(...message.parameters);
      if (waits && message.method === 'save') saved = answer;
      if (child.connected) child.send({ call: message.call, answer: answer ?? null }, () => {});
    }
  });
  child.on('error', (error) => logger.debug({ err: error }, 'The worker process'));
  await waitUntil(() => told.ready, 'the worker process');
  return {
    child: child as ChildProcess,
    isHolding: () => waitUntil(() => told.holding, 'the middle of a step'),
    goOn() {
      waits = true;
      child.send({ goOn: true });
    },
    async outcome() {
      await waitUntil(() => saved !== null, 'the try to save');
      return { isCurrent, saved };
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
