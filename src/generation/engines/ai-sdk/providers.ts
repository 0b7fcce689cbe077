import type { experimental_startVideo as startVideo } from 'ai';

export type VideoModel = Parameters<typeof startVideo>[0]['model'];

export const PROVIDERS = ['fal', 'replicate', 'google', 'xai'] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** A provider's model speaks through this `fetch`. */
export interface ProviderSettings {
  key: string;
  /** Null: the provider's own. */
  url: string | null;
  fetch: typeof fetch;
}

interface Provider {
  /** Its API, where no other is named. */
  apiUrl: string;
  /** Where its files lie; one that begins with a dot stands for all names that end so. */
  fileHosts: readonly string[];
  /** A library comes with each: read from the disk only where it is wanted. */
  load(model: string, settings: ProviderSettings): Promise<VideoModel>;
}

/** Whoever implements start and status of the AI SDK's video models; a further one is an entry here. */
export const providers: Readonly<Record<ProviderId, Provider>> = {
  fal: {
    apiUrl: 'https://queue.fal.run',
    fileHosts: ['fal.media', '.fal.media', 'storage.googleapis.com'],
    async load(model, { key, fetch }) {
      const { createFal } = await import('@ai-sdk/fal');
      return asVideoModel(createFal({ apiKey: key, fetch }).video(model));
    },
  },
  replicate: {
    apiUrl: 'https://api.replicate.com/v1',
    fileHosts: ['replicate.delivery', '.replicate.delivery'],
    async load(model, { key, url, fetch }) {
      const { createReplicate } = await import('@ai-sdk/replicate');
      const provider = createReplicate({ apiToken: key, fetch, ...(url === null ? {} : { baseURL: url }) });
      return asVideoModel(provider.video(model));
    },
  },
  google: {
    apiUrl: 'https://generativelanguage.googleapis.com/v1beta',
    fileHosts: ['generativelanguage.googleapis.com', 'storage.googleapis.com'],
    async load(model, { key, url, fetch }) {
      const { createGoogle } = await import('@ai-sdk/google');
      const provider = createGoogle({ apiKey: key, fetch, ...(url === null ? {} : { baseURL: url }) });
      return asVideoModel(provider.video(model));
    },
  },
  xai: {
    apiUrl: 'https://api.x.ai/v1',
    fileHosts: ['.x.ai', 'x.ai'],
    async load(model, { key, url, fetch }) {
      const { createXai } = await import('@ai-sdk/xai');
      const provider = createXai({ apiKey: key, fetch, ...(url === null ? {} : { baseURL: url }) });
      return asVideoModel(provider.video(model));
    },
  },
};

/** Each provider comes with a copy of the SDK's types of its own, which differ in nothing that is used. */
function asVideoModel(model: object): VideoModel {
  return model as VideoModel;
}

/** `replicate:bytedance/seedance-2.5` → provider and model; null where it names no provider that is known. */
export function readModelName(name: string): { provider: ProviderId; model: string } | null {
  const at = name.indexOf(':');
  const provider = PROVIDERS.find((each) => each === name.slice(0, at));
  const model = name.slice(at + 1);
  return provider !== undefined && model !== '' ? { provider, model } : null;
}
