import type { PromptWriter } from '../generation/script/prompt-writer.ts';
import { writerAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { modelServer } from './model-server.ts';

const MAX_RETRIES = 1;
/** Who writes the shots of a prompt; null where they are read from it on this machine. */
export async function openConfiguredWriter(config: Config): Promise<PromptWriter | null> {
  if (config.WRITER_MODEL === undefined) return null;
  return writerAdapters.openai({
    ...modelServer({ url: config.WRITER_URL, key: config.WRITER_KEY }, config),
    model: config.WRITER_MODEL,
    maxRetries: MAX_RETRIES,
  });
}
