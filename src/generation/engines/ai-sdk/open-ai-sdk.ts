import { AdapterError } from '../../../requests/index.ts';
import { PROVIDERS, readModelName } from '../../ai-sdk-providers.ts';
import type { VideoEngine } from '../../video-engine.ts';
import { type AiSdkOptions, openAiSdkEngine } from './ai-sdk-engine.ts';

export type AiSdkSettings = Omit<AiSdkOptions, 'provider' | 'model'> & {
  /** Provider and model, e.g. `replicate:bytedance/seedance-2.5`. */
  model: string;
};

/** Opens the engine with the model that is configured. */
export async function openAiSdk({ model, ...settings }: AiSdkSettings): Promise<VideoEngine> {
  const named = readModelName(model);
  if (named !== null) return openAiSdkEngine({ ...settings, ...named });
  throw new AdapterError(
    `ENGINE_MODEL must name a provider and its model, such as replicate:bytedance/seedance-2.5; providers are ${PROVIDERS.join(', ')}`,
    { adapter: 'ai-sdk', code: 'unknown-model', retryable: false },
  );
}
