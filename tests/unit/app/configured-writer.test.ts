import { expect, it } from 'vitest';
import { readConfig } from '../../../src/app/config.ts';
import { openConfiguredWriter } from '../../../src/app/configured-writer.ts';
import type { EngineLimits } from '../../../src/generation/video-engine.ts';
import { createFakeVendor, createFakeVideoEngine } from '../../fakes/fake-video-engine.ts';

const { limits } = createFakeVideoEngine({ vendor: createFakeVendor() });
const translator = { translate: async (text: string) => text };

function writerFor(...languages: EngineLimits['languages'][]) {
  const result = readConfig({ environment: {}, envFile: '' });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  const engines = languages.map((known) => ({ limits: { ...limits, languages: known } }));
  return openConfiguredWriter({ engines, translator }, result.config);
}

it('a prompt is translated where any of the engines names its languages, the one in reserve too', async () => {
  expect(await writerFor('any')).toBeNull();
  expect(await writerFor('any', 'any')).toBeNull();
  for (const known of [[['en'] as const], ['any', ['en', 'ar']] as const, [['en'], 'any'] as const]) {
    expect((await writerFor(...known))?.id).toBe('translator@1');
  }
});
