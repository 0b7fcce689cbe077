import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/compose.ts';
import { createOpenaiImages } from '../../src/generation/still-makers/openai-images/openai-images.ts';
import { createMediaTools } from '../../src/media/contained-media-tools.ts';
import type { PromptRequest, Shot } from '../../src/requests/index.ts';
import {
  createFakeVendor,
  createFakeVideoEngine,
  type FakeVendor,
  type FakeVideoEngineOptions,
} from '../fakes/fake-video-engine.ts';
import { dataFolder, waitUntil } from '../services.ts';
import { type ImagesSimulator, startImagesSimulator } from '../simulators/engines/images/images-simulator.ts';
import { askInRoom, startWithFakeEngine, untilState } from './support/fake-engine-app.ts';

let dataDirectory: string;
let vendor: FakeVendor;
let images: ImagesSimulator;
let app: App;
beforeEach(async () => {
  dataDirectory = dataFolder('lost');
  vendor = createFakeVendor();
  images = await startImagesSimulator({ dialect: 'self-hosted' });
});
afterEach(async () => {
  await app.stop(1000);
  await images.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

async function start(options: Omit<FakeVideoEngineOptions, 'vendor'>): Promise<void> {
  const storyboard = createFakeVideoEngine({ vendor: createFakeVendor() });
  app = await startWithFakeEngine({
    dataDirectory,
    engine: createFakeVideoEngine({ vendor, ...options }),
    replace: (parts) => ({
      ...parts,
      storyboard,
      stillMaker: createOpenaiImages({ url: images.url, key: 'k', model: 'm', priceUsd: 0.04, size: null }),
      media: { ...parts.media, takeInPicture: createMediaTools().takeInPicture },
    }),
  });
}

const atFirst = (fault: 'answer-lost' | 'failed' | 'not-sent') => (nth: number) => (nth === 1 ? fault : null);

async function approve(text = 'a paper boat --seconds 1', member = 'amal'): Promise<string> {
  const { id } = await askInRoom(app, text, member);
  await app.desk.act(id, 'noor', { action: 'approve' });
  return id;
}

const shotOf = (request: PromptRequest | null): Shot | undefined =>
  request?.state === 'generating' ? request.shots[0] : undefined;

async function untilUncertain(id: string): Promise<void> {
  const find = () => app.parts.store.requests.find(id);
  await waitUntil(async () => shotOf(await find())?.state === 'uncertain', 'the doubt', 60_000);
}

/** Nothing is left that could start it: not now, not later, not after a restart. */
async function expectHeld(id: string, charges: number): Promise<void> {
  expect(await app.parts.store.work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
  await app.stop(1000);
  await start({ idempotency: 'none' });
  expect(shotOf(await app.parts.store.requests.find(id))?.state).toBe('uncertain');
  expect(await app.parts.store.work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
  expect(vendor.charges).toHaveLength(charges);
}

describe('the answer to a start is lost: nothing is paid for twice', () => {
  it('an engine that takes keys is asked again with the same key', async () => {
    await start({ idempotency: 'key', faultAtStart: atFirst('answer-lost') });
    await untilState(app, await approve(), 'delivered');
    expect(vendor.charges).toHaveLength(1);
  });

  it('also when the line is down at the next try, which proves nothing of the first', async () => {
    const faults = { 1: 'answer-lost', 2: 'not-sent' } as const;
    await start({ idempotency: 'key', faultAtStart: (nth) => faults[nth as 1 | 2] ?? null });
    await untilState(app, await approve(), 'delivered');
    expect(vendor.charges).toHaveLength(1);
  });

  it('an engine that lists what it does: its operation is adopted', async () => {
    await start({ idempotency: 'list', faultAtStart: atFirst('answer-lost'), checksBeforeDone: 2 });
    const id = await approve();
    await untilState(app, id, 'delivered');
    expect(vendor.charges).toHaveLength(1);
    const history = await app.parts.store.requests.history(id);
    expect(history.filter(({ event }) => event.kind === 'shot-intended')).toHaveLength(1);
  });

  it('of a clip of several shots, each begins with the last picture of the one before and is paid for once', async () => {
    await start({ idempotency: 'list', faultAtStart: (nth) => (nth === 2 ? 'answer-lost' : null) });
    const { id } = await askInRoom(app, 'a paper boat sails. It meets a whale. They dance together --seconds 60');
    // First a curator sees what it would be, for nothing.
    await app.desk.act(id, 'noor', { action: 'preview' });
    const preview = async () => {
      const request = await app.parts.store.requests.find(id);
      return request?.state === 'in-review' ? request.preview?.file : null;
    };
    await waitUntil(async () => Boolean(await preview()), 'the preview', 60_000);
    const drawn = await preview();
    // Then a still, of which the first answer is lost: another is made only since they ask again.
    images.faults.push({ kind: 'lost-answer' });
    const still = async () => {
      const found = await app.parts.store.requests.find(id);
      return found?.state === 'in-review' ? found.still : undefined;
    };
    for (const state of ['uncertain', 'made']) {
      await app.desk.act(id, 'noor', { action: 'still' });
      await waitUntil(async () => (await still())?.state === state, `the still, ${state}`, 60_000);
    }
    expect(images.bill).toHaveLength(2);
    expect(images.bill[1]?.seed).toBe(Number(images.bill[0]?.seed) + 1);
    expect(vendor.charges).toEqual([]);
    // Nobody looks at pictures here, so it is named.
    const seen = await still();
    const approval = { action: 'approve', ...(seen?.state === 'made' && { still: seen.key }) } as const;
    expect(await app.desk.act(id, 'noor', approval)).toMatchObject({ outcome: 'done' });
    const request = await untilState(app, id, 'delivered');
    expect(vendor.charges.map(({ order }) => order.seconds)).toEqual([20, 20, 20]);
    expect(vendor.charges.map(({ order }) => order.picture?.type)).toEqual(['image/jpeg', 'image/png', 'image/png']);
    expect(vendor.charges.map(({ order }) => order.prompt.split(' – ')[0])).toEqual([
      'a paper boat sails.',
      'It meets a whale.',
      'They dance together',
    ]);
    const [money] = await app.parts.store.ledger.ofRequests([request.id]);
    expect(money).toMatchObject({ starts: 5, reservedUsd: 0, uncertainUsd: 0.04 });
    expect(money?.chargedUsd).toBeCloseTo(6.04);
    expect(JSON.stringify(request)).not.toContain(drawn?.sha256);
    // What is asked in answer to it, in a sentence, is made of its words, or goes on from its last picture.
    const clip = request.state === 'delivered' ? request.reply.id : null;
    const night = await askInRoom(app, 'the same, at night', 'noor', clip);
    expect(night).toMatchObject({
      prompt: 'a paper boat sails. It meets a whale. They dance together, at night',
      options: { seconds: 60 },
    });
    const next = await askInRoom(app, 'then it lands on the moon --seconds 5', 'noor', clip);
    await app.desk.act(next.id, 'noor', { action: 'approve' });
    await untilState(app, next.id, 'delivered');
    expect(vendor.charges.at(-1)?.order).toMatchObject({ seconds: 5, picture: { type: 'image/png' } });
    expect(vendor.charges.at(-1)?.order.prompt).toContain('it lands on the moon');
  });

  it('an engine that lists it not: held for a curator, who may start it again', async () => {
    await start({ idempotency: 'list', faultAtStart: atFirst('failed') });
    const id = await approve();
    await untilUncertain(id);
    expect(vendor.charges).toHaveLength(0);
    await app.desk.act(id, 'noor', { action: 'restart-shot', shot: 0 });
    await untilState(app, id, 'delivered');
    expect(vendor.charges).toHaveLength(1);
  });

  it('two requests in the same words at the same time: each adopts an operation of its own', async () => {
    const faulty = createFakeVideoEngine({
      vendor,
      idempotency: 'list',
      faultAtStart: (nth) => (nth <= 2 ? 'answer-lost' : null),
      checksBeforeDone: 2,
    });
    // Both intents stand before either is started, so that either operation could be either's.
    const bothAsked = Promise.withResolvers<void>();
    let asked = 0;
    const engine: typeof faulty = {
      ...faulty,
      async start(order, key) {
        asked += 1;
        if (asked === 2) bothAsked.resolve();
        await bothAsked.promise;
        return faulty.start(order, key);
      },
    };
    app = await startWithFakeEngine({ dataDirectory, engine });
    const text = 'a paper boat --seconds 1 --seed 7';
    const ids = await Promise.all([approve(text, 'amal'), approve(text, 'badr')]);
    for (const id of ids) await untilState(app, id, 'delivered');
    expect(vendor.charges).toHaveLength(2);
    const histories = await Promise.all(ids.map((id) => app.parts.store.requests.history(id)));
    const operations = histories.map((history) => history.find(({ event }) => event.kind === 'shot-started')?.event);
    const names = operations.map((event) => event?.kind === 'shot-started' && event.operation.id);
    expect(new Set(names).size, `adopted: ${names}`).toBe(2);
  });

  it('an engine that tells nothing: held, through restarts too, and given up by a curator', async () => {
    await start({ idempotency: 'none', faultAtStart: atFirst('answer-lost') });
    const id = await approve();
    await untilUncertain(id);
    await expectHeld(id, 1);
    await app.desk.act(id, 'noor', { action: 'give-up' });
    await untilState(app, id, 'failed');
    expect(vendor.charges).toHaveLength(1);
  });

  it('a start that was certainly never sent is sent again by itself', async () => {
    await start({ idempotency: 'none', faultAtStart: atFirst('not-sent') });
    await untilState(app, await approve(), 'delivered');
    expect(vendor.charges).toHaveLength(1);
  });
});
