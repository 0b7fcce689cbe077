import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAiSdkStills } from '../../../../src/generation/still-makers/ai-sdk/ai-sdk-stills.ts';
import { nearestShape } from '../../../../src/generation/still-makers/ai-sdk/image-models.ts';
import { type ImagesSimulator, startImagesSimulator } from '../../../simulators/engines/images/images-simulator.ts';

const order = { prompt: 'a paper boat', size: { width: 720, height: 1280 }, seed: 7 };
const settings = { key: 'k', priceUsd: 0.04, size: null, lookAgainMs: 1 };
const never = new AbortController().signal;
let folder: string;
const path = () => join(folder, 'still.png');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-stills-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('Replicate, which tells of a picture before it is done', () => {
  let simulator: ImagesSimulator;
  const make = () => {
    const model = 'replicate:black-forest-labs/flux-2-pro';
    return createAiSdkStills({ ...settings, url: simulator.url, model }).make(order, path(), never);
  };
  beforeAll(async () => {
    simulator = await startImagesSimulator({ dialect: 'replicate' });
  });
  afterAll(() => simulator.close());
  beforeEach(() => {
    simulator.bill.length = 0;
  });

  it('is looked at again where a look fails, and asked once', async () => {
    simulator.faults.push({ kind: 'slow', failingLooks: 2, status: 503 });
    expect(await make()).toEqual({ outcome: 'made' });
    expect(await sharp(await readFile(path())).metadata()).toMatchObject({ width: 720, height: 1280 });
    expect(simulator.bill).toHaveLength(1);
  });

  it.each([429, 404, 503])(
    'stays in doubt where the looks end with %i: it was asked, and may be billed',
    async (status) => {
      simulator.faults.push({ kind: 'slow', failingLooks: 9, status });
      await expect(make()).rejects.toMatchObject({ name: 'AdapterError', neverSent: false });
      expect(simulator.bill).toHaveLength(1);
    },
  );
});

it('asks nothing of a model that the provider has no longer, and says so', async () => {
  const maker = createAiSdkStills({ ...settings, url: 'http://127.0.0.1:9/v1', model: 'google:imagen-4' });
  expect(await maker.make(order, path(), never)).toMatchObject({
    outcome: 'refused',
    failure: { kind: 'maker', billed: false, message: expect.stringContaining('no longer supported') },
  });
});

it.each([
  [1280, 720, '16:9'],
  [720, 1280, '9:16'],
  [720, 720, '1:1'],
  [1332, 720, '16:9'],
  [900, 720, '4:3'],
  [100, 1000, '9:16'],
])('takes the shape that comes nearest to %i × %i', (width, height, shape) => {
  expect(nearestShape({ width, height })).toBe(shape);
});
