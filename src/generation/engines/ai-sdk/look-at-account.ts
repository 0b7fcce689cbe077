import { z } from 'zod';
import { type ProviderId, readModelName } from '../../ai-sdk-providers.ts';
import { type AccountLook, askVendor, type VendorAnswer } from '../../ask-vendor.ts';
import { providers } from './providers.ts';

interface Question {
  url: string;
  headers: Record<string, string>;
  /** What an answer means that is neither trouble nor a plain refusal of the key. */
  read(answer: VendorAnswer, model: string): AccountLook;
}

const prices = z.object({ prices: z.array(z.object({ endpoint_id: z.string() })) });
const keyInfo = z.object({ api_key_blocked: z.boolean(), api_key_disabled: z.boolean(), team_blocked: z.boolean() });

/** fal's prices are told on another host than its queue, and only to who has a key. */
const FAL_PLATFORM = 'https://api.fal.ai/v1';

/**
 * What each provider is asked, which costs nothing: Replicate's and Google's page of the model, fal's price of it, xAI's
 * page of the key (which answers 400 where there is no such key).
 */
const questions: Readonly<Record<ProviderId, (at: { url: string | null; key: string; model: string }) => Question>> = {
  replicate: ({ url, key, model }) => ({
    url: `${url ?? providers.replicate.apiUrl}/models/${model.split(':')[0]}`,
    headers: { authorization: `Bearer ${key}` },
    read: byPage,
  }),
  google: ({ url, key, model }) => ({
    url: `${url ?? providers.google.apiUrl}/models/${model}`,
    headers: { 'x-goog-api-key': key },
    read: (answer, name) =>
      answer.status === 400 ? { outcome: 'key-refused', why: 'it answers 400' } : byPage(answer, name),
  }),
  fal: ({ url, key, model }) => ({
    url: `${url ?? FAL_PLATFORM}/models/pricing?endpoint_id=${encodeURIComponent(model)}`,
    headers: { authorization: `Key ${key}` },
    read(answer, name) {
      const parsed = prices.safeParse(answer.body);
      if (!parsed.success) return { outcome: 'untold', why: `it answers ${answer.status}` };
      const priced = parsed.data.prices.some(({ endpoint_id: id }) => id === name);
      return priced ? known(name) : { outcome: 'no-such-model', model: name, offered: [] };
    },
  }),
  xai: ({ url, key }) => ({
    url: `${url ?? providers.xai.apiUrl}/api-key`,
    headers: { authorization: `Bearer ${key}` },
    read({ status, body }) {
      if (status === 400) return { outcome: 'key-refused', why: 'it answers 400' };
      const parsed = keyInfo.safeParse(body);
      if (!parsed.success) return { outcome: 'untold', why: `it answers ${status}` };
      const blocked = Object.entries(parsed.data).find(([, is]) => is);
      if (blocked) return { outcome: 'key-refused', why: `it says ${blocked[0]}` };
      return { outcome: 'known', model: null, says: 'it tells nothing of models' };
    },
  }),
};

/** Asks a provider about the key and the model (`replicate:bytedance/seedance-2.5`). */
export async function lookAtAccount(settings: {
  url: string | null;
  key: string;
  model: string;
}): Promise<AccountLook> {
  const named = readModelName(settings.model);
  if (named === null) return { outcome: 'no-such-model', model: settings.model, offered: [] };
  const { url, headers, read } = questions[named.provider]({ ...settings, model: named.model });
  return askVendor({ url, headers }, (answer) => read(answer, named.model));
}

function byPage({ status }: VendorAnswer, model: string): AccountLook {
  if (status === 200) return known(model);
  if (status === 404) return { outcome: 'no-such-model', model, offered: [] };
  return { outcome: 'untold', why: `it answers ${status}` };
}

function known(model: string): AccountLook {
  return { outcome: 'known', model, says: null };
}
