import { join } from 'node:path';
import type { FileStore } from '../files/file-store.ts';
import { withCircuitBreaker } from '../generation/circuit-breaker.ts';
import { priceOf } from '../generation/money/prices.ts';
import type { VideoEngine } from '../generation/video-engine.ts';
import type { Clock } from '../requests/index.ts';
import { engineAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { NO_KEY } from './no-key.ts';

/** The engine that the settings name. Throws an `AdapterError` where it must be asked first and cannot be. */
export async function openConfiguredEngine(
  parts: { files: Pick<FileStore, 'localPath'> },
  context: { config: Config; clock: Clock },
): Promise<VideoEngine> {
  const engine = await openEngine(parts, context);
  return context.config.ENGINE === 'storyboard' ? engine : withCircuitBreaker(engine, context);
}

/** The engine that is asked where the other cannot; null where none is configured. */
export function openFallbackEngine(
  { files }: { files: Pick<FileStore, 'localPath'> },
  config: Config,
): VideoEngine | null {
  if (config.ENGINE_FALLBACK === 'none' || config.ENGINE === config.ENGINE_FALLBACK) return null;
  return openStoryboard(files, placeOf(config));
}

/** Draws previews one at a time, apart from the clips: neither is to wait for the other. */
export function openPreviewEngine({ files }: { files: Pick<FileStore, 'localPath'> }, config: Config): VideoEngine {
  return openStoryboard(files, { directory: join(config.dataDirectory, 'previews'), concurrency: 1 });
}

function openStoryboard(
  files: Pick<FileStore, 'localPath'>,
  place: { directory: string; concurrency: number },
): VideoEngine {
  return engineAdapters.storyboard({
    ...place,
    resolvePicture: files.localPath,
  });
}

async function openEngine(
  { files }: { files: Pick<FileStore, 'localPath'> },
  { config, clock }: { config: Config; clock: Clock },
): Promise<VideoEngine> {
  const common = { concurrency: config.ENGINE_CONCURRENCY, resolvePicture: files.localPath };
  const model = config.ENGINE_MODEL ?? null;
  const url = config.ENGINE_URL?.replace(/\/$/, '') ?? null;
  const remote = {
    ...common,
    key: config.ENGINE_KEY ?? NO_KEY,
    checkAfterMs: config.ENGINE_POLL_SECONDS * 1000,
  };
  switch (config.ENGINE) {
    case 'storyboard':
      return openStoryboard(files, placeOf(config));
    case 'openai-videos': {
      // That it is there is seen to where the settings are read.
      const server = { url: url ?? '', dialect: config.ENGINE_DIALECT, model, clock };
      return engineAdapters['openai-videos']({ ...remote, ...server, pricePerSecond: priceIn(config) });
    }
    case 'ai-sdk':
      return engineAdapters['ai-sdk']({ ...remote, url, model: model ?? '', pricePerSecond: priceIn(config) });
    case 'runway':
      return engineAdapters.runway({ ...remote, url, model, pricePerSecond: priceIn(config) });
    default:
      return config.ENGINE satisfies never;
  }
}

/** What the operator says goes before the table. Servers of one's own cost nothing by the second. */
function priceIn({ ENGINE_PRICE_PER_SECOND: set, ENGINE_MODEL: model, ENGINE }: Config): number {
  if (set !== undefined || ENGINE === 'openai-videos') return set ?? 0;
  return priceOf(model ?? DEFAULT_RUNWAY_MODEL)?.usdPerSecond ?? 0;
}

const DEFAULT_RUNWAY_MODEL = 'gen4.5';

function placeOf(config: Config): { directory: string; concurrency: number } {
  return { directory: join(config.dataDirectory, 'storyboard'), concurrency: config.ENGINE_CONCURRENCY };
}
