import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StillMaker } from '../../../../src/generation/still-maker.ts';
import {
  createOpenaiImages,
  type OpenaiImagesSettings,
} from '../../../../src/generation/still-makers/openai-images/openai-images.ts';
import {
  type ImageFault,
  type ImagesSimulator,
  type ImagesSimulatorSettings,
  startImagesSimulator,
} from '../../../simulators/engines/images/images-simulator.ts';

const order = { prompt: 'a paper boat\n\nStyle: ink', size: { width: 1280, height: 720 }, seed: 7 };
const never = new AbortController().signal;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-stills-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The contract of a still maker; each dialect is one. */
describe.each(['openai', 'self-hosted'] as const)('the images API as %s speaks it', (dialect) => {
  let simulator: ImagesSimulator;
  let maker: StillMaker;
  const open = (settings: Partial<OpenaiImagesSettings> = {}) =>
    createOpenaiImages({ url: simulator.url, key: 'k', model: 'm', priceUsd: 0.04, size: null, ...settings });
  const start = (settings: Partial<ImagesSimulatorSettings> = {}) => startImagesSimulator({ dialect, ...settings });
  const path = () => join(folder, `${dialect}.png`);
  const make = (given = maker) => given.make(order, path(), never);

  beforeAll(async () => {
    simulator = await start();
  });
  afterAll(() => simulator.close());
  beforeEach(async () => {
    simulator.bill.length = 0;
    simulator.faults.length = 0;
    maker = open();
    await rm(path(), { force: true });
  });

  it('makes a picture of the words, in the size that is wished for, and bills it once', async () => {
    expect(await make()).toEqual({ outcome: 'made' });
    expect(await sharp(await readFile(path())).metadata()).toMatchObject({ width: 1280, height: 720 });
    expect(simulator.bill).toEqual([{ prompt: order.prompt, size: '1280x720', seed: dialect === 'openai' ? null : 7 }]);
  });

  it('asks for sides in blocks, or for the only size there is', async () => {
    await maker.make({ ...order, size: { width: 854, height: 480 } }, path(), never);
    await make(open({ size: { width: 1536, height: 1024 } }));
    expect(simulator.bill.map(({ size }) => size)).toEqual(['848x480', '1536x1024']);
  });

  it.each<[string, ImageFault, object, number]>([
    ['a refusal by moderation', { kind: 'moderation' }, { kind: 'moderation', billed: false }, 0],
    ['an answer without a picture', { kind: 'no-picture' }, { kind: 'maker', billed: true }, 1],
    ...(dialect === 'openai'
      ? []
      : [
          ['a picture that is gone', { kind: 'gone' }, { kind: 'maker', billed: true }, 1] as [
            string,
            ImageFault,
            object,
            number,
          ],
        ]),
  ])('says of %s what it is, and whether it is paid for', async (_what, fault, failure, billed) => {
    simulator.faults.push(fault);
    expect(await make()).toMatchObject({ outcome: 'refused', failure });
    expect(simulator.bill).toHaveLength(billed);
  });

  it.each<[string, ImageFault, object, number]>([
    ['a lost answer', { kind: 'lost-answer' }, { neverSent: false }, 1],
    ['a 500', { kind: 'status', status: 500 }, { neverSent: false, code: 'http-500' }, 0],
    ['a proxy’s page', { kind: 'html', status: 502 }, { neverSent: false, code: 'http-502' }, 0],
    ['a proxy’s page that says 200', { kind: 'html', status: 200 }, { neverSent: false, code: 'bad-answer' }, 0],
    [
      'being asked to wait',
      { kind: 'status', status: 429, retryAfterSeconds: 9 },
      { neverSent: true, retryAfterMs: 9000 },
      0,
    ],
    ['a 403', { kind: 'status', status: 403 }, { neverSent: true, retryable: false }, 0],
  ])(
    'throws on %s after one question, and tells whether it may have been billed',
    async (_what, fault, error, billed) => {
      // Whoever asked twice would have it by now.
      simulator.faults.push(fault);
      await expect(make()).rejects.toMatchObject(error);
      expect(simulator.bill).toHaveLength(billed);
    },
  );

  it('never shows the key, and waits no longer than it is told', async () => {
    const guarded = await start({ key: 'sk-right' });
    await expect(make(open({ url: guarded.url, key: 'sk-wrong' }))).rejects.toThrow(/^(?!.*sk-wrong)/);
    await guarded.close();
    simulator.faults.push({ kind: 'hang' });
    await expect(make(open({ timeoutMs: 50 }))).rejects.toMatchObject({ code: 'timeout', neverSent: false });
    await expect(make(open({ url: guarded.url }))).rejects.toMatchObject({ neverSent: true });
  });
});
