import type { PromptWriter } from '../generation/script/prompt-writer.ts';
import { createTranslatingWriter } from '../generation/script/translating-writer.ts';
import type { VideoEngine } from '../generation/video-engine.ts';
import type { Translator } from '../moderation/curation/translator.ts';
import { writerAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { modelServer } from './model-server.ts';

const MAX_RETRIES = 1;

/** Who writes the shots of a prompt for whichever of the engines; null where they are read from it on this machine. */
export async function openConfiguredWriter(
  { engines, translator }: { engines: readonly Pick<VideoEngine, 'limits'>[]; translator: Translator | null },
  config: Config,
): Promise<PromptWriter | null> {
  if (config.WRITER_MODEL === undefined) {
    const allKnowAny = engines.every(({ limits }) => limits.languages === 'any');
    return translator === null || allKnowAny ? null : createTranslatingWriter(translator);
  }
  return writerAdapters.openai({
    ...modelServer({ url: config.WRITER_URL, key: config.WRITER_KEY }, config),
    model: config.WRITER_MODEL,
    maxRetries: MAX_RETRIES,
  });
}
