import { join } from 'node:path';
import type { FileStore } from '../files/file-store.ts';
import type { VideoEngine } from '../generation/video-engine.ts';
import type { Clock } from '../requests/index.ts';
import { engineAdapters } from './adapters.ts';
import type { Config } from './config.ts';

/** Servers of one's own want no key, and the client wants one. */
const NO_KEY = 'none';

/** The engine that the settings name. Throws an `AdapterError` where it must be asked first and cannot be. */
export async function openConfiguredEngine(
  { files }: { files: Pick<FileStore, 'localPath'> },
  { config, clock }: { config: Config; clock: Clock },
): Promise<VideoEngine> {
  const common = { concurrency: config.ENGINE_CONCURRENCY, resolvePicture: files.localPath };
  switch (config.ENGINE) {
    case 'storyboard':
      return engineAdapters.storyboard({ directory: join(config.dataDirectory, 'storyboard'), ...common });
    case 'openai-videos':
      return engineAdapters['openai-videos']({
        ...common,
        // That it is there is seen to where the settings are read.
        url: (config.ENGINE_URL ?? '').replace(/\/$/, ''),
        key: config.ENGINE_KEY ?? NO_KEY,
        dialect: config.ENGINE_DIALECT,
        model: config.ENGINE_MODEL ?? null,
        pricePerSecond: config.ENGINE_PRICE_PER_SECOND ?? 0,
        checkAfterMs: config.ENGINE_POLL_SECONDS * 1000,
        clock,
      });
    default:
      return config.ENGINE satisfies never;
  }
}
