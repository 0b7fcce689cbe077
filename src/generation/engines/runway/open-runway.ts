import { AdapterError } from '../../../requests/index.ts';
import type { VideoEngine } from '../../video-engine.ts';
import { RUNWAY_MODELS } from './model-limits.ts';
import { createRunwayEngine, type RunwayOptions } from './runway-engine.ts';

export type RunwaySettings = Omit<RunwayOptions, 'model'> & {
  /** Null: `gen4.5`. */
  model: string | null;
};

/** Opens the engine with the model that is configured. */
export async function openRunway({ model, ...settings }: RunwaySettings): Promise<VideoEngine> {
  const known = RUNWAY_MODELS.find((each) => each === (model ?? 'gen4.5'));
  if (known !== undefined) return createRunwayEngine({ ...settings, model: known });
  throw new AdapterError(`ENGINE_MODEL must be one of ${RUNWAY_MODELS.join(', ')} with ENGINE=runway`, {
    adapter: 'runway',
    code: 'unknown-model',
    retryable: false,
  });
}
