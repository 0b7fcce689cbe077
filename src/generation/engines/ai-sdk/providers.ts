import type { experimental_startVideo as startVideo } from 'ai';
import type { ProviderId } from '../../ai-sdk-providers.ts';

export type VideoModel = Parameters<typeof startVideo>[0]['model'];

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
  /** A library comes with each: read from the disk only where it is wanted. */
  load(model: string, settings: ProviderSettings): Promise<VideoModel>;
}

/** Whoever implements start and status of the AI SDK's video models; a further one is an entry here. */
export const providers: Readonly<Record<ProviderId, Provider>> = {
  fal: {
    apiUrl: 'https://queue.fal.run',
    async load(model, { key, fetch }) {
      const { createFal } = await import('@ai-sdk/fal');
      return asVideoModel(createFal({ apiKey: key, fetch }).video(model));
    },
  },
  replicate: {
    apiUrl: 'https://api.replicate.com/v1',
    async load(model, { key, url, fetch }) {
      const { createReplicate } = await import('@ai-sdk/replicate');
      const provider = createReplicate({ apiToken: key, fetch, ...(url === null ? {} : { baseURL: url }) });
      return asVideoModel(provider.video(model));
    },
  },
  google: {
    apiUrl: 'https://generativelanguage.googleapis.com/v1beta',
    async load(model, { key, url, fetch }) {
      const { createGoogle } = await import('@ai-sdk/google');
      const provider = createGoogle({ apiKey: key, fetch, ...(url === null ? {} : { baseURL: url }) });
      return asVideoModel(provider.video(model));
    },
  },
  xai: {
    apiUrl: 'https://api.x.ai/v1',
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
