import type { Config } from './config.ts';
import { NO_KEY } from './no-key.ts';

/** A server of a model's own where one is named, else OpenAI's. A key is for the server that gave it: OpenAI's goes to no other. */
export function modelServer(
  { url, key }: { url: string | undefined; key: string | undefined },
  { OPENAI_BASE_URL, OPENAI_API_KEY }: Pick<Config, 'OPENAI_BASE_URL' | 'OPENAI_API_KEY'>,
): { url: string; key: string } {
  return { url: url ?? OPENAI_BASE_URL, key: key ?? (url ? NO_KEY : (OPENAI_API_KEY ?? NO_KEY)) };
}
