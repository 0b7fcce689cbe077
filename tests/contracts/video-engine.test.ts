import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { engineAdapters } from '../../src/app/adapters.ts';
import { openAiSdkEngine } from '../../src/generation/engines/ai-sdk/ai-sdk-engine.ts';
import { DIALECTS } from '../../src/generation/engines/openai-videos/dialects.ts';
import { createOpenaiVideosEngine } from '../../src/generation/engines/openai-videos/openai-videos-engine.ts';
import { createRunwayEngine } from '../../src/generation/engines/runway/runway-engine.ts';
import { createMediaTools } from '../../src/media/contained-media-tools.ts';
import type { MediaTools, VideoFacts } from '../../src/media/media-tools.ts';
import { createFakeMediaTools } from '../fakes/fake-media-tools.ts';
import { createFakeVendor, createFakeVideoEngine } from '../fakes/fake-video-engine.ts';
import { fakeFilms } from '../simulators/engines/fake-films.ts';
import { createFilmMaker } from '../simulators/engines/film.ts';
import { startHostedSimulator } from '../simulators/engines/hosted/hosted-simulator.ts';
import { startReplicateSimulator } from '../simulators/engines/replicate/replicate-simulator.ts';
import { startRunwaySimulator } from '../simulators/engines/runway/runway-simulator.ts';
import { startVideosSimulator } from '../simulators/engines/videos/videos-simulator.ts';
import { videoEngineContract } from './video-engine.ts';

async function probe(media: MediaTools, path: string): Promise<VideoFacts> {
  const probed = await media.probe(path);
  if (probed.outcome === 'not-a-video') throw new Error(probed.reason);
  return probed.facts;
}

videoEngineContract('storyboard', async (directory) => {
  const jobs = join(directory, 'storyboard');
  return {
    open: () =>
      engineAdapters.storyboard({
        directory: jobs,
        resolvePicture: () => Promise.reject(new Error('There are no pictures here')),
        concurrency: 1,
      }),
    look: (path) => probe(createMediaTools(), path),
    started: async () => (await readdir(jobs)).length,
    dispose: async () => {},
  };
});

for (const idempotency of ['key', 'list', 'none'] as const) {
  videoEngineContract(`fake (${idempotency})`, async () => {
    const vendor = createFakeVendor();
    return {
      open: () => createFakeVideoEngine({ vendor, idempotency, checksBeforeDone: 2 }),
      look: (path) => probe(createFakeMediaTools(), path),
      started: async () => vendor.charges.length,
      dispose: async () => {},
    };
  });
}

const films = createFilmMaker();
afterAll(() => films.dispose());

for (const dialect of DIALECTS) {
  videoEngineContract(`openai-videos (${dialect})`, async () => {
    const simulator = await startVideosSimulator({ dialect, films, renderMs: 60 });
    return {
      open: () =>
        createOpenaiVideosEngine({
          url: simulator.url,
          key: 'none',
          dialect,
          model: null,
          pricePerSecond: 0.1,
          concurrency: 4,
          checkAfterMs: 5,
          resolvePicture: () => Promise.reject(new Error('There are no pictures here')),
        }),
      look: (path) => probe(createMediaTools(), path),
      started: async () => simulator.vendor.bill.length,
      dispose: () => simulator.close(),
    };
  });
}

const hosted = {
  key: 'none',
  pricePerSecond: 0.1,
  concurrency: 4,
  checkAfterMs: 5,
  resolvePicture: () => Promise.reject(new Error('There are no pictures here')),
};

videoEngineContract('ai-sdk (replicate)', async () => {
  const simulator = await startReplicateSimulator({ films, renderMs: 60 });
  const model = { provider: 'replicate', model: 'wan-video/wan-3', url: simulator.url } as const;
  return {
    open: () => openAiSdkEngine({ ...hosted, ...model }),
    look: (path) => probe(createMediaTools(), path),
    started: async () => simulator.vendor.bill.length,
    dispose: () => simulator.close(),
  };
});

for (const [provider, model] of [
  ['fal', 'alibaba/wan-3.0/text-to-video'],
  ['google', 'veo-3.1-generate-preview'],
  ['xai', 'grok-imagine-video-1.5'],
] as const) {
  videoEngineContract(`ai-sdk (${provider})`, async () => {
    const simulator = await startHostedSimulator({ provider, films: fakeFilms, renderMs: 60 });
    return {
      open: () => openAiSdkEngine({ ...hosted, provider, model, url: simulator.url }),
      look: (path) => probe(createFakeMediaTools(), path),
      started: async () => simulator.vendor.bill.length,
      dispose: () => simulator.close(),
    };
  });
}

videoEngineContract('runway', async () => {
  const simulator = await startRunwaySimulator({ films, renderMs: 60 });
  return {
    open: () => createRunwayEngine({ ...hosted, url: simulator.url, model: 'gen4.5' }),
    look: (path) => probe(createMediaTools(), path),
    started: async () => simulator.vendor.bill.length,
    dispose: () => simulator.close(),
  };
});
