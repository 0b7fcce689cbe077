import type { StillMaker } from '../generation/still-maker.ts';
import { stillAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { modelServer } from './model-server.ts';
import { NO_KEY } from './no-key.ts';

/** Who makes stills before a video is paid for; null where nobody does. */
export async function openConfiguredStills(config: Config): Promise<StillMaker | null> {
  if (config.STILL_MODEL === undefined) return null;
  const [width, height] = (config.STILL_SIZE ?? '').split('x').map(Number);
  const common = {
    model: config.STILL_MODEL,
    priceUsd: priceOfStill(config) ?? 0,
    size: width && height ? { width, height } : null,
  };
  switch (config.STILL_MAKER) {
    case 'openai-images':
      return stillAdapters['openai-images']({ ...stillServer(config), ...common });
    case 'ai-sdk':
      return stillAdapters['ai-sdk']({ ...stillAccount(config), ...common });
    default:
      return config.STILL_MAKER satisfies never;
  }
}

/** US dollars for one; null where none are made. */
export function priceOfStill({ STILL_MODEL, STILL_PRICE_USD }: Config): number | null {
  return STILL_MODEL === undefined ? null : (STILL_PRICE_USD ?? 0);
}

/** Whether stills are made of what comes into review though nobody asked for them. */
export function makesStillsByItself({ STILL_MODEL, STILL_FIRST }: Config): boolean {
  return STILL_MODEL !== undefined && STILL_FIRST === 'always';
}

/** An account at a provider; `url` null: the provider's own. */
export function stillAccount({ STILL_URL, STILL_KEY }: Config): { url: string | null; key: string } {
  return { url: STILL_URL?.replace(/\/$/, '') ?? null, key: STILL_KEY ?? NO_KEY };
}

/** Where OpenAI's images API is spoken. */
export function stillServer(config: Config): { url: string; key: string } {
  const { url, key } = modelServer({ url: config.STILL_URL, key: config.STILL_KEY }, config);
  return { url: url.replace(/\/$/, ''), key };
}
