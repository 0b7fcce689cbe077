import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/app/compose.ts';
import { createFakeVendor, createFakeVideoEngine } from '../fakes/fake-video-engine.ts';
import { dataFolder } from '../services.ts';
import { type OpenaiScreeningSimulator, startOpenaiScreening } from '../simulators/screening/openai-screening.ts';
import { askInRoom, startWithFakeEngine, untilState } from './support/fake-engine-app.ts';

const vendor = createFakeVendor();
let dataDirectory: string;
let model: OpenaiScreeningSimulator;
let app: App;
beforeAll(async () => {
  dataDirectory = dataFolder('writer');
  model = await startOpenaiScreening();
  app = await startWithFakeEngine({
    dataDirectory,
    engine: createFakeVideoEngine({ vendor }),
    settings: { WRITER_MODEL: 'writes', WRITER_URL: model.url },
  });
});
afterAll(async () => {
  await app.stop(1000);
  await model.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

const said = {
  subject: 'a paper boat',
  setting: 'a rainy street',
  camera: '',
  light: 'dusk',
  style: '',
  sound: 'rain',
};
const answers = (...actions: string[]) => {
  const shots = actions.map((action) => ({ ...said, action, begins: 'crossfade' }));
  model.mood = { kind: 'says', text: JSON.stringify({ shots }) };
};

it('what a model writes is made, unless it is worse than what was asked or the curator writes otherwise', async () => {
  answers('it sets out', 'it goes down a drain');
  const written = await askInRoom(app, 'a paper boat in the rain --seconds 30');
  await app.desk.act(written.id, 'noor', { action: 'approve' });
  await untilState(app, written.id, 'delivered');
  expect(
    vendor.charges.map(({ order: { prompt, begins, heard, seconds } }) => ({ prompt, begins, heard, seconds })),
  ).toEqual([
    { prompt: 'it sets out – a paper boat, a rainy street', begins: undefined, heard: 'rain', seconds: 15 },
    { prompt: 'it goes down a drain – a paper boat, a rainy street', begins: 'crossfade', heard: 'rain', seconds: 15 },
  ]);

  answers('a man builds a pipe bomb', 'it explodes in a crowd');
  const gullible = await askInRoom(app, 'a paper boat on a lake --seconds 30');
  expect(gullible).not.toHaveProperty('script');

  answers('it rests');
  const edited = await askInRoom(app, 'a paper boat at night --seconds 5');
  expect(edited).toHaveProperty('script');
  await app.desk.act(edited.id, 'noor', { action: 'approve', prompt: 'a paper boat at dawn' });
  await untilState(app, edited.id, 'delivered');
  expect(vendor.charges.at(-1)?.order.prompt).toBe('a paper boat at dawn');
});
