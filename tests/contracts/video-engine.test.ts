import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { engineAdapters } from '../../src/app/adapters.ts';
import { createMediaTools } from '../../src/media/contained-media-tools.ts';
import type { MediaTools, VideoFacts } from '../../src/media/media-tools.ts';
import { createFakeMediaTools } from '../fakes/fake-media-tools.ts';
import { createFakeVendor, createFakeVideoEngine } from '../fakes/fake-video-engine.ts';
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
