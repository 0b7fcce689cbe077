import { z } from 'zod';
import { type AccountLook, askVendor } from '../../ask-vendor.ts';
import { OWN_URL } from './runway-engine.ts';

/** As `@runwayml/sdk` 4.20 sends it; without it nothing is answered. */
const API_VERSION = '2024-11-06';
const DEFAULT_MODEL = 'gen4.5';

/** A credit is a cent. */
const organization = z.object({
  creditBalance: z.number(),
  tier: z.object({ models: z.record(z.string(), z.unknown()) }).catch({ models: {} }),
});

/** Asks Runway for the organisation that the key belongs to: its credits and the models it may use. */
export async function lookAtAccount(settings: {
  url: string | null;
  key: string;
  model: string | null;
}): Promise<AccountLook> {
  const { url, key, model } = settings;
  const headers = { authorization: `Bearer ${key}`, 'x-runway-version': API_VERSION };
  return askVendor({ url: `${url ?? OWN_URL}/v1/organization`, headers }, ({ body }) => {
    const parsed = organization.safeParse(body);
    if (!parsed.success) return { outcome: 'untold', why: 'it says nothing of the account' };
    const { creditBalance, tier } = parsed.data;
    const wanted = model ?? DEFAULT_MODEL;
    const offered = Object.keys(tier.models);
    if (offered.length > 0 && !offered.includes(wanted)) return { outcome: 'no-such-model', model: wanted, offered };
    const says = `${creditBalance} credits are left, which are ${(creditBalance / 100).toFixed(2)} US dollars`;
    return { outcome: 'known', model: wanted, says };
  });
}
