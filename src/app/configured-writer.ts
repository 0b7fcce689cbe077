import type { PromptWriter } from '../generation/script/prompt-writer.ts';
import { writerAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { NO_KEY } from './no-key.ts';

const MAX_RETRIES = 1;
/** Who writes the shots of a prompt; null where they are read from it on this machine. */
export async function openConfiguredWriter(config: Config): Promise<PromptWriter | null> {
  if (config.WRITER_MODEL === undefined) return null;
  return writerAdapters.openai({
    url: config.WRITER_URL ?? config.OPENAI_BASE_URL,
    // A key is for the server that gave it: ours for OpenAI goes to no other.
    key: config.WRITER_KEY ?? (config.WRITER_URL ? NO_KEY : (config.OPENAI_API_KEY ?? NO_KEY)),
    model: config.WRITER_MODEL,
    maxRetries: MAX_RETRIES,
  });
}
