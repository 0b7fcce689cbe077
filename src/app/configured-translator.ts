import type { Translator } from '../moderation/curation/translator.ts';
import { translatorAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { NO_KEY } from './no-key.ts';

const MAX_RETRIES = 1;

/** Who translates prompts for curators; null where nobody does. */
export async function openConfiguredTranslator(config: Config): Promise<Translator | null> {
  if (config.TRANSLATOR_MODEL === undefined) return null;
  return translatorAdapters.openai({
    url: config.TRANSLATOR_URL ?? config.OPENAI_BASE_URL,
    // A key is for the server that gave it: ours for OpenAI goes to no other.
    key: config.TRANSLATOR_KEY ?? (config.TRANSLATOR_URL ? NO_KEY : (config.OPENAI_API_KEY ?? NO_KEY)),
    model: config.TRANSLATOR_MODEL,
    maxRetries: MAX_RETRIES,
  });
}
