import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../../src/app/compose.ts';
import { createOpenaiVideosEngine } from '../../src/generation/engines/openai-videos/openai-videos-engine.ts';
import { dataFolder } from '../services.ts';
import { fakeFilms as films } from '../simulators/engines/fake-films.ts';
import { startVideosSimulator, type VideosSimulator } from '../simulators/engines/videos/videos-simulator.ts';
import { askInRoom, startWithFakeEngine, untilState } from './support/fake-engine-app.ts';

let dataDirectory: string;
let simulator: VideosSimulator;
let app: App;
beforeEach(async () => {
  dataDirectory = dataFolder('own-remix');
  simulator = await startVideosSimulator({ dialect: 'openai', films, renderMs: 5 });
  app = await startWithFakeEngine({
    dataDirectory,
    engine: createOpenaiVideosEngine({
      ...{ url: simulator.url, key: 'none', dialect: 'openai', model: null, pricePerSecond: 0.1, concurrency: 4 },
      ...{ checkAfterMs: 5, resolvePicture: async () => '' },
    }),
  });
});
afterEach(async () => {
  await app?.stop(1000);
  await simulator?.close();
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

async function made(text: string, inReplyTo: string | null = null) {
  const { id } = await askInRoom(app, text, 'amal', inReplyTo);
  await app.desk.act(id, 'noor', { action: 'approve' });
  const request = await untilState(app, id, 'delivered');
  if (request.state !== 'delivered') throw new Error(request.state);
  return request;
}

it('a clip that is asked for anew with a change is made anew of the engine’s own video, once, while it has it, and a long one goes on from it', async () => {
  const { vendor } = simulator;
  const sources = () => [...vendor.jobs.values()].map(({ remixOf }) => remixOf ?? null);
  const first = await made('a paper boat in the rain --seconds 4');
  const [source] = [...vendor.jobs.keys()];
  const answer = first.reply.id;

  // Its answer is lost: it is found in the list again, by its words.
  vendor.arm('create', { kind: 'lost-answer' }, { about: 'at night' });
  await made('the same, at night', answer);
  expect([...vendor.jobs.values()].at(-1)?.prompt).toContain('a paper boat in the rain, at night');
  expect(sources()).toEqual([null, source]);

  // Longer than the video is, and something else altogether: of their words alone.
  await Promise.all([
    made('the same, in the snow --seconds 8', answer),
    made('a kite over the sea --seconds 4', answer),
  ]);
  expect(sources()).toEqual([null, source, null, null]);

  // The engine has forgotten the video.
  vendor.forget(source ?? '');
  await made('the same, in colour', answer);
  expect(sources()).toEqual([source, null, null, null]);
  expect(vendor.bill).toHaveLength(5);
  const days = await app.parts.store.ledger.days('2000-01-01');
  const spent = days.reduce((sum, { chargedUsd }) => sum + chargedUsd, 0);
  expect(spent).toBeCloseTo(vendor.bill.reduce((sum, { usd }) => sum + usd, 0));

  // What one shot cannot hold goes on from the engine's own video, which gives both in one, and bills what is new. The
  // answers to both starts are lost, in the same words and mostly in the same second: each is found, and none begun twice.
  vendor.arm('create', { kind: 'lost-answer' }, { about: 'a lighthouse', times: 2 });
  const long = await made('a lighthouse turns its light --seconds 24');
  expect([...vendor.jobs.values()].slice(-2).map(({ extensionOf }) => extensionOf ?? null)).toEqual([
    null,
    [...vendor.jobs.keys()].at(-2),
  ]);
  expect(long.clip.seconds).toBe(24);
  expect(vendor.bill.slice(5).map(({ seconds }) => seconds)).toEqual([12, 12]);
  const history = await app.parts.store.requests.history(long.id);
  const started = history.flatMap(({ event }) => (event.kind === 'shot-started' ? [event.operation] : []));
  expect(new Set(started.map((operation) => JSON.stringify(operation))).size).toBe(2);
  const [money] = await app.parts.store.ledger.ofRequests([long.id]);
  expect(money).toMatchObject({ starts: 2, uncertainUsd: 0, reservedUsd: 0 });
  expect(money?.chargedUsd).toBeCloseTo(2.4);
});
