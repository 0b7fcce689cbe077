import { z } from 'zod';
import { type AccountLook, askVendor } from './ask-vendor.ts';

const models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Asks a server that speaks OpenAI's API for its models: whoever may have the list may use the server. `model` null: its own. */
export async function lookAtModels(settings: { url: string; key: string; model: string | null }): Promise<AccountLook> {
  const { url, key, model } = settings;
  return askVendor({ url: `${url}/models`, headers: { authorization: `Bearer ${key}` } }, ({ body }) => {
    const parsed = models.safeParse(body);
    if (!parsed.success) return { outcome: 'untold', why: 'it lists no models' };
    const offered = parsed.data.data.map(({ id }) => id);
    if (model !== null && !offered.includes(model)) return { outcome: 'no-such-model', model, offered };
    return { outcome: 'known', model: model ?? offered[0] ?? null, says: null };
  });
}
