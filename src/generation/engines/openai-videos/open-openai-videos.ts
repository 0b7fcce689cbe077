import { AdapterError } from '../../../requests/index.ts';
import type { VideoEngine } from '../../video-engine.ts';
import { detectDialect } from './detect-dialect.ts';
import type { DialectId } from './dialects.ts';
import { createOpenaiVideosEngine, type OpenaiVideosOptions } from './openai-videos-engine.ts';

export type OpenaiVideosSettings = Omit<OpenaiVideosOptions, 'dialect'> & {
  /** `auto`: the server is asked. */
  dialect: DialectId | 'auto';
};

/** Opens the engine; where the dialect is not set, the server is asked who it is and what it makes videos with. */
export async function openOpenaiVideos({ dialect, ...settings }: OpenaiVideosSettings): Promise<VideoEngine> {
  if (dialect !== 'auto') return createOpenaiVideosEngine({ ...settings, dialect });
  try {
    const detected = await detectDialect(settings);
    return createOpenaiVideosEngine({
      ...settings,
      dialect: detected.dialect,
      model: settings.model ?? detected.model,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AdapterError(
      `The engine at ${new URL(settings.url).host} could not be asked which dialect it speaks (${why}). Start it first, check ENGINE_URL and ENGINE_KEY, or set ENGINE_DIALECT`,
      { adapter: 'openai-videos', code: 'not-detected', retryable: true, cause },
    );
  }
}
