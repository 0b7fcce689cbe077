import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/compose.ts';
import { createFakeVendor, createFakeVideoEngine, type FakeVendor } from '../fakes/fake-video-engine.ts';
import { dataFolder, waitUntil } from '../services.ts';
import { askInRoom, startWithFakeEngine } from './support/fake-engine-app.ts';

let dataDirectory: string;
let vendor: FakeVendor;
let app: App;
beforeEach(async () => {
  dataDirectory = dataFolder('budget');
  vendor = createFakeVendor();
});
afterEach(async () => {
  await app.stop(1000);
  await rm(dataDirectory, { recursive: true, force: true });
});

const idsOf = async (count: number) => {
  const asked = Array.from({ length: count }, (_, place) => askInRoom(app, `a boat ${place} --seconds 1`, `m${place}`));
  return (await Promise.all(asked)).map(({ id }) => id);
};

/** Nothing is looked at sooner again, save what waits for money. */
const SOON_MS = 5000;

/** Until each is delivered or has been put off for want of money. */
async function untilAtRest(ids: readonly string[]) {
  const { requests, work } = app.parts.store;
  const states = async () => (await requests.findMany(ids)).map(({ state }) => state);
  const nothingUnderWay = async () => {
    const { queued, running } = await work.counts();
    return queued === 0 && running === 0;
  };
  await waitUntil(
    async () => {
      // Looked at from both sides: what was due a moment ago may be queued by now.
      if (!(await nothingUnderWay())) return false;
      const due = await work.nextDue();
      const putOff = due === null || Date.parse(due) > Date.now() + SOON_MS;
      return putOff && (await nothingUnderWay());
    },
    'rest',
    60_000,
  );
  return states();
}

describe('a budget', () => {
  it.each([
    ['the call', { BUDGET_USD: '0.25' }],
    ['the day', { BUDGET_PER_DAY_USD: '0.25' }],
  ])('of %s is not overrun by many that are approved at once; the others wait approved', async (_whose, settings) => {
    const engine = createFakeVideoEngine({ vendor, checksBeforeDone: 1, concurrency: 8 });
    app = await startWithFakeEngine({ dataDirectory, engine, settings });
    const ids = await idsOf(6);
    await Promise.all(ids.map((id) => app.desk.act(id, 'noor', { action: 'approve' })));
    const states = await untilAtRest(ids);
    // A tenth of a dollar each.
    expect(vendor.charges).toHaveLength(2);
    expect(states.filter((state) => state === 'delivered')).toHaveLength(2);
    expect(states.filter((state) => state === 'approved' || state === 'generating')).toHaveLength(4);
    expect(await app.parts.store.ledger.used(['call:standing'])).toEqual([0.2]);
  });
});

describe('the ledger', () => {
  it('calls uncertain what may have been billed, and no more than the engine did', async () => {
    const faultAtStart = (nth: number) => (nth === 1 ? 'answer-lost' : nth === 2 ? 'failed' : null);
    const engine = createFakeVideoEngine({ vendor, idempotency: 'none', faultAtStart });
    app = await startWithFakeEngine({ dataDirectory, engine });
    const ids = await idsOf(3);
    await Promise.all(ids.map((id) => app.desk.act(id, 'noor', { action: 'approve' })));
    const uncertain = async () => (await app.parts.store.ledger.days('2000-01-01'))[0]?.uncertainUsd;
    await waitUntil(async () => (await uncertain()) === 0.2, 'both doubts', 60_000);
    await untilAtRest(ids);
    const [day] = await app.parts.store.ledger.days('2000-01-01');
    expect(day).toMatchObject({ engine: 'fake', callId: 'standing', starts: 3, chargedUsd: 0.1, uncertainUsd: 0.2 });
    expect(vendor.charges).toHaveLength(2);
  });
});
