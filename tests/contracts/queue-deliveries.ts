import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { KEY_PREFIX, QUEUE_NAME } from '../../src/queue/job.ts';
import { layLine } from '../fakes/cuttable-line.ts';
import { createFakeStepHandlers, newRequest } from '../fakes/fake-step-handlers.ts';
import { waitUntil } from '../services.ts';
import { clock, type QueueSetUp, STEPS_OF_A_CLIP } from './queue-set-up.ts';
import { workerProcess } from './queue-worker-process.ts';

/** Each step once, whatever happens to the queue, the records and the workers. */
export function queueDeliveries(queue: QueueSetUp): void {
  const { lines, closers, begun, dispatch, work, add, addMany, allAre, noWorkIsLeft, replies, oneReplyEach } = queue;

  it('does each step of each request once under two workers and two dispatchers', async () => {
    const dispatchers = [dispatch(), dispatch()];
    // On a busy machine a short lease runs out while its worker still works, and then another rightly begins the same.
    for (const { wake } of dispatchers) work({}, { onDone: wake, leaseMs: 30_000 });
    await addMany(20);
    await allAre('delivered');
    await noWorkIsLeft();
    expect(begun).toHaveLength(20 * STEPS_OF_A_CLIP.length);
    expect(new Set(begun).size).toBe(begun.length);
    await oneReplyEach();
  });

  it('starts no more clips than the engine takes, with two dispatchers', async () => {
    let most = 0;
    const measure = async () => {
      most = Math.max(most, await queue.records.work.startsUnderWay());
    };
    const handlers = createFakeStepHandlers();
    // Records that answer late, so that both would count the same free places.
    const startsUnderWay = async () => {
      const count = await queue.records.work.startsUnderWay();
      await delay(20);
      return count;
    };
    const late = { ...queue.records.work, startsUnderWay };
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

  it('begins no clip while it is paused, finishes what was begun, and goes on with the rest', async () => {
    let paused = false;
    const mayStart = async () => !paused;
    dispatch({ mayStart, engineConcurrency: 3 });
    dispatch({ mayStart, engineConcurrency: 3 });
    work();
    await addMany(12);
    await waitUntil(() => begun.some((each) => each.includes('start-clip')), 'a start');
    paused = true;
    await waitUntil(async () => (await queue.records.work.startsUnderWay()) === 0, 'the end of what was begun');
    const startsOf = () => begun.filter((each) => each.includes('start-clip')).length;
    const started = startsOf();
    expect(started).toBeLessThan(12);
    await waitUntil(
      async () => (await queue.all()).filter(({ state }) => state === 'delivered').length === started,
      'clips',
    );
    expect(startsOf()).toBe(started);
    paused = false;
    await allAre('delivered');
  });

  it('loses nothing and does nothing twice when Redis is wiped in the middle', async () => {
    const control = new Redis(queue.redis.address);
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
    const line = await layLine(queue.redis.address);
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
    queue.records.broken = new Error('connection refused');
    await waitUntil(() => lines.some(({ msg }) => /cannot be reached/.test(msg)), 'the complaint');
    queue.records.broken = null;
    await allAre('delivered');
    await oneReplyEach();
  });

  it('drops what it did not write, and works on', async () => {
    const control = new Redis({ ...queue.redis.address, maxRetriesPerRequest: null });
    const bull = new Queue(QUEUE_NAME, { connection: control, prefix: KEY_PREFIX });
    closers.push(async () => {
      await bull.close();
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
    await bull.addBulk(garbage.map((data) => ({ name: 'deliver', data })));
    await bull.add('deliver', { id: 'no-such-row', epoch: 1 });
    await add('r1');
    await allAre('delivered');
    await waitUntil(
      () => lines.filter(({ msg }) => /no dispatcher of ours/.test(msg)).length === garbage.length,
      'a line each',
    );
    await waitUntil(async () => (await bull.count()) + (await bull.getActiveCount()) === 0, 'an empty queue');
    expect(await bull.getFailedCount()).toBe(0);
  });

  it('does a row once however often the queue delivers it, and never for an old ticket', async () => {
    const bull = new Queue(QUEUE_NAME, { connection: { ...queue.redis.address }, prefix: KEY_PREFIX });
    closers.push(() => bull.close());
    await queue.records.requests.create([newRequest('r1', 'm', clock().toISOString())]);
    const pick = () =>
      queue.records.work.pick({ limit: 1, startable: 0, inFlightPerMember: 1, now: clock().toISOString() });
    const [old] = await pick();
    if (!old) throw new Error('There was nothing to pick');
    await queue.records.work.reopen([old]);
    const [row] = await pick();
    if (!row) throw new Error('There was nothing to pick again');
    const tickets = [old, row, row, row];
    await bull.addBulk(tickets.map(({ id, epoch }) => ({ name: 'screen-prompt', data: { id, epoch } })));
    work();
    await waitUntil(async () => (await bull.getWaitingCount()) + (await bull.getActiveCount()) === 0, 'all jobs');
    expect(begun).toEqual([`${row.id}#1`]);
    await allAre('in-review');
  });

  it('hands a row out again when its worker is killed, and has it done once', async () => {
    dispatch();
    const victim = await workerProcess(queue);
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
    const sleeper = await workerProcess(queue);
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
}
