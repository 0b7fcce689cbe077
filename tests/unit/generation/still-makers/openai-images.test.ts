import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  createOpenaiImages,
  type OpenaiImagesSettings,
} from '../../../../src/generation/still-makers/openai-images/openai-images.ts';
import { type ImagesSimulator, startImagesSimulator } from '../../../simulators/engines/images/images-simulator.ts';

const order = { prompt: 'a paper boat', size: { width: 1280, height: 720 }, seed: 7 };
const never = new AbortController().signal;
let folder: string;
let simulator: ImagesSimulator;
const open = (settings: Partial<OpenaiImagesSettings> = {}) =>
  createOpenaiImages({ url: simulator.url, key: 'k', model: 'm', priceUsd: 0.04, size: null, ...settings });
const path = () => join(folder, 'still.png');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-stills-'));
  simulator = await startImagesSimulator({ dialect: 'openai' });
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  simulator.bill.length = 0;
});

it('asks for sides in blocks, or for the only size there is', async () => {
  await open().make({ ...order, size: { width: 854, height: 480 } }, path(), never);
  await open({ size: { width: 1536, height: 1024 } }).make(order, path(), never);
  expect(simulator.bill.map(({ size }) => size)).toEqual(['848x480', '1536x1024']);
});
