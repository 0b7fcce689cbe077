import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunwayModel } from '../../../../src/generation/engines/runway/model-limits.ts';
import { createRunwayEngine } from '../../../../src/generation/engines/runway/runway-engine.ts';
import type { ShotOrder } from '../../../../src/requests/index.ts';
import { aFile } from '../../../samples/requests.ts';
import { fakeFilms as films } from '../../../simulators/engines/fake-films.ts';
import { startRunwaySimulator } from '../../../simulators/engines/runway/runway-simulator.ts';

const PICTURE = aFile('picture', 'image/png');
const ORDER: ShotOrder = {
  ...{ prompt: 'a paper boat', aspect: { width: 16, height: 9 }, seconds: 8, resolution: 720, framesPerSecond: 24 },
  ...{ style: null, seed: 7, sound: 'ambience', picture: PICTURE },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-runway-'));
  await writeFile(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function understood(model: RunwayModel, order: ShotOrder) {
  const simulator = await startRunwaySimulator({ films });
  const common = { key: 'k', pricePerSecond: 0.1, concurrency: 1, checkAfterMs: 5, url: simulator.url, model };
  const engine = createRunwayEngine({ ...common, resolvePicture: async () => join(folder, 'picture.png') });
  const answer = await engine.start(order, 'key');
  await engine.close();
  await simulator.close();
  return answer.outcome === 'started' ? [...simulator.vendor.jobs.values()][0] : answer;
}

it('tells Veo with which pictures a clip begins and ends', async () => {
  expect(await understood('veo3.1', ORDER)).toMatchObject({ picture: true });
  expect(await understood('veo3.1', { ...ORDER, ends: PICTURE })).toMatchObject({ picture: true, ends: true });
});

it('tells a model that knows no last picture of none, before anything is paid', async () => {
  expect(await understood('gen4.5', { ...ORDER, sound: 'none' })).toMatchObject({ picture: true });
  const asked = understood('gen4.5', { ...ORDER, sound: 'none', ends: PICTURE });
  expect(await asked).toMatchObject({ outcome: 'refused' });
});
