import { writeFile } from 'node:fs/promises';
import type { VideoEngine } from '../../src/generation/video-engine.ts';
import type { Operation, ShotOrder } from '../../src/requests/index.ts';
import { fakeVideo } from './fake-video.ts';
import { createFakeVendor, createFakeVideoEngine } from './fake-video-engine.ts';

/**
 * An engine that is done before it is asked. Its operations hold all that there is to them, so they outlive the process;
 * its videos are read by `createFakeMediaTools`.
 */
export function createInstantEngine(): VideoEngine {
  const { limits } = createFakeVideoEngine({ vendor: createFakeVendor(), concurrency: 100 });
  return {
    id: 'fake',
    limits: { ...limits, pricePerSecond: 0 },
    start: async (order, key) => ({
      outcome: 'started',
      operation: { key, order } as unknown as Operation,
      checkAfterMs: 0,
    }),
    check: async () => ({ state: 'rendered' }),
    async download(operation, toPath) {
      const { order, key } = operation as unknown as { order: ShotOrder; key: string };
      await writeFile(toPath, fakeVideo(order, key));
      return { outcome: 'downloaded' };
    },
    downloadStill: async () => false,
    cancel: async () => {},
    find: async () => [],
    close: async () => {},
  };
}
