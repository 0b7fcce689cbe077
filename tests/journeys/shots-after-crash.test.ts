import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import type { VideoEngine } from '../../src/generation/video-engine.ts';
import { createFakeVendor, createFakeVideoEngine } from '../fakes/fake-video-engine.ts';
import { dataFolder, waitUntil } from '../services.ts';
import { askInRoom, startWithFakeEngine, untilState } from './support/fake-engine-app.ts';

const dataDirectory = dataFolder('shots-after-crash');
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

it('a process that ends in the middle of a clip of three shots leaves only what is missing to be started', async () => {
  const vendor = createFakeVendor();
  const usual = createFakeVideoEngine({ vendor });
  /** The second shot is begun and billed, and nobody hears of it: what is left of the process never comes back. */
  const deaf: VideoEngine = {
    ...usual,
    start: async (order, key) => {
      const answer = await usual.start(order, key);
      return vendor.charges.length === 2 ? new Promise(() => {}) : answer;
    },
  };
  const dying = await startWithFakeEngine({ dataDirectory, engine: deaf });
  const { id } = await askInRoom(dying, 'a paper boat, then a storm, then the harbour --seconds 60');
  await dying.desk.act(id, 'noor', { action: 'approve' });
  await waitUntil(async () => vendor.charges.length === 2, 'the second shot', 30_000);
  const shotsOf = (request: Awaited<ReturnType<typeof dying.parts.store.requests.find>>) =>
    request?.state === 'generating' ? request.shots : [];
  const before = shotsOf(await dying.parts.store.requests.find(id));
  expect(before.map(({ state }) => state)).toEqual(['downloaded', 'starting', 'planned']);
  await dying.stop(0);

  const app = await startWithFakeEngine({ dataDirectory, engine: createFakeVideoEngine({ vendor }) });
  try {
    await untilState(app, id, 'delivered');
    expect(vendor.charges.map(({ order }) => order.seconds)).toEqual([20, 20, 20]);
    const history = await app.parts.store.requests.history(id);
    const intended = history.flatMap(({ event }) => (event.kind === 'shot-intended' ? [event.shot] : []));
    expect(intended).toEqual([0, 1, 2]);
    expect(new Set(vendor.charges.map(({ key }) => key)).size).toBe(3);
  } finally {
    await app.stop(1000);
  }
});
