import { afterEach, expect, it } from 'vitest';
import { readConfig } from '../../../src/app/config.ts';
import { examineStills } from '../../../src/app/doctor/examine-stills.ts';
import { type ImagesSimulator, startImagesSimulator } from '../../simulators/engines/images/images-simulator.ts';

const KEY = 'key-canary-4712';
let simulator: ImagesSimulator | null = null;
afterEach(() => simulator?.close());

function configOf(environment: Record<string, string>) {
  const read = readConfig({ environment, envFile: '/nowhere' });
  if (!read.ok) throw new Error(read.errors.join());
  return read.config;
}

it.each([
  ['openai', {}, 'gpt-image-2', 'gpt-image-9'],
  [
    'replicate',
    { STILL_MAKER: 'ai-sdk' },
    'replicate:black-forest-labs/flux-2-pro',
    'replicate:black-forest-labs/flux-9',
  ],
] as const)(
  'says of an image model at %s whether it has the model and takes the key',
  async (dialect, maker, has, not) => {
    simulator = await startImagesSimulator({ dialect, key: KEY });
    const common = { ...maker, STILL_URL: simulator.url, STILL_KEY: KEY, STILL_MODEL: has, STILL_PRICE_USD: '0.04' };
    const look = async (changes = {}) => (await examineStills(configOf({ ...common, ...changes })))[0];
    expect(await look()).toMatchObject({ outcome: 'ok', says: expect.stringContaining(`has ${has}`) });
    expect(await look({ STILL_MODEL: not })).toMatchObject({
      outcome: 'failing',
      says: expect.stringContaining('has no'),
    });
    expect(await look({ STILL_KEY: 'wrong' })).toMatchObject({ outcome: 'failing', advice: 'Put STILL_KEY right.' });
    expect(simulator.bill).toEqual([]);
  },
);
