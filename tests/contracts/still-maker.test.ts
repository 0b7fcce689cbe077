import { expect, it } from 'vitest';
import { stillAdapters } from '../../src/app/adapters.ts';
import { stillMakerContract } from './still-maker.ts';

const common = { priceUsd: 0.04, size: null };

for (const dialect of ['openai', 'self-hosted'] as const) {
  stillMakerContract(`openai-images (${dialect})`, {
    dialect,
    open: (settings) => stillAdapters['openai-images']({ ...common, ...settings, model: 'gpt-image-2' }),
    knowsSeeds: dialect === 'self-hosted',
    sendsLinks: dialect === 'self-hosted',
    keepsBack: false,
  });
}

/** Models of the AI SDK's providers; of those that go by a shape, the simulator makes small ones. */
const hosted = [
  { provider: 'fal', model: 'fal-ai/flux-2', knowsSeeds: true, sendsLinks: true },
  {
    provider: 'replicate',
    model: 'black-forest-labs/flux-2-pro',
    knowsSeeds: true,
    sendsLinks: true,
  },
  { provider: 'google', model: 'gemini-3.1-flash-image-preview', knowsSeeds: true, sendsLinks: false },
  { provider: 'xai', model: 'grok-imagine-image', knowsSeeds: false, sendsLinks: false },
] as const;

for (const { provider, model, ...facts } of hosted) {
  stillMakerContract(`ai-sdk (${provider})`, {
    dialect: provider,
    open: (settings) => stillAdapters['ai-sdk']({ ...common, ...settings, model: `${provider}:${model}` }),
    keepsBack: true,
    ...facts,
  });
}

it('is told of a model without its provider at the start', async () => {
  const settings = { ...common, url: null, key: 'k', model: 'flux-2' };
  await expect(stillAdapters['ai-sdk'](settings)).rejects.toThrow('STILL_MODEL must name a provider');
});
