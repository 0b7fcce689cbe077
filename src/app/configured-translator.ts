import type { Translator } from '../moderation/curation/translator.ts';
import { translatorAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { modelServer } from './model-server.ts';

const MAX_RETRIES = 1;

/** Who translates prompts for curators; null where nobody does. */
export async function openConfiguredTranslator(config: Config): Promise<Translator | null> {
  if (config.TRANSLATOR_MODEL === undefined) return null;
  return translatorAdapters.openai({
    ...modelServer({ url: config.TRANSLATOR_URL, key: config.TRANSLATOR_KEY }, config),
    model: config.TRANSLATOR_MODEL,
    maxRetries: MAX_RETRIES,
  });
}
