import OpenAI from 'openai';
import { z } from 'zod';
import type { DialectId } from './dialects.ts';
import { toAdapterError } from './vendor-error.ts';

const models = z.object({
  data: z.array(z.object({ id: z.string(), owned_by: z.string().nullish() })).catch([]),
});

export interface Detected {
  dialect: DialectId;
  /** The first model that the server names; null where it names none. */
  model: string | null;
}

const TIMEOUT_MS = 10_000;

/** Asks a server for its models and tells by the answer who speaks there. Throws an `AdapterError`. */
export async function detectDialect({ url, key }: { url: string; key: string }): Promise<Detected> {
  const client = new OpenAI({ baseURL: url, apiKey: key, timeout: TIMEOUT_MS, maxRetries: 1, logLevel: 'off' });
  try {
    const response = await client.get('/models', { fetchOptions: { redirect: 'error' } }).asResponse();
    const { data } = models.catch({ data: [] }).parse(await response.json());
    const isProxy = [...response.headers.keys()].some((name) => name.startsWith('x-litellm-'));
    const owner = data[0]?.owned_by?.toLowerCase() ?? '';
    return { dialect: dialectOf(owner, isProxy), model: data[0]?.id ?? null };
  } catch (error) {
    throw toAdapterError(error);
  }
}

function dialectOf(owner: string, isProxy: boolean): DialectId {
  if (isProxy) return 'litellm';
  if (owner.includes('sglang')) return 'sglang';
  return owner.includes('vllm') ? 'vllm-omni' : 'openai';
}
