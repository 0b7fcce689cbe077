import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StillMaker } from '../../src/generation/still-maker.ts';
import { freePort } from '../services.ts';
import type { ImageDialect } from '../simulators/engines/images/image-dialects.ts';
import {
  type ImageFault,
  type ImagesSimulator,
  startImagesSimulator,
} from '../simulators/engines/images/images-simulator.ts';

export interface StillMakerUnderTest {
  dialect: ImageDialect;
  open(settings: { url: string; key: string; timeoutMs?: number }): StillMaker | Promise<StillMaker>;
  knowsSeeds: boolean;
  /** Says where the picture lies, and looks at what it made. */
  sendsLinks: boolean;
  keepsBack: boolean;
}

const order = { prompt: 'a paper boat\n\nStyle: ink', size: { width: 1280, height: 720 }, seed: 7 };
const never = new AbortController().signal;

/** What every maker of stills must do: ask once, and say honestly whether what failed may have been billed. */
export function stillMakerContract(name: string, made: StillMakerUnderTest): void {
  const { dialect, open } = made;
  describe(`still maker: ${name}`, () => {
    let folder: string;
    let simulator: ImagesSimulator;
    let maker: StillMaker;
    const path = () => join(folder, 'still.png');
    const make = (given = maker) => given.make(order, path(), never);

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'open-call-stills-'));
      simulator = await startImagesSimulator({ dialect, key: 'sk-right' });
      maker = await open({ url: simulator.url, key: 'sk-right' });
    });
    afterAll(async () => {
      await simulator.close();
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      simulator.bill.length = 0;
      simulator.faults.length = 0;
      await rm(path(), { force: true });
    });

    it('makes a picture of the words, in the shape that is wished for, and bills it once', async () => {
      expect(await make()).toEqual({ outcome: 'made' });
      expect(await sharp(await readFile(path())).metadata()).toMatchObject(order.size);
      const seed = made.knowsSeeds ? order.seed : null;
      expect(simulator.bill).toEqual([{ prompt: order.prompt, size: '1280x720', seed }]);
      expect(maker.priceUsd).toBe(0.04);
    });

    it.each<[string, ImageFault, object, number]>([
      ['a refusal by moderation', { kind: 'moderation' }, { kind: 'moderation', billed: false }, 0],
      ['an answer without a picture', { kind: 'no-picture' }, { kind: 'maker', billed: true }, 1],
      ...(made.sendsLinks ? [GONE] : []),
      ...(made.keepsBack ? [KEPT_BACK] : []),
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
        await expect(make()).rejects.toMatchObject({ name: 'AdapterError', ...error });
        expect(simulator.bill).toHaveLength(billed);
      },
    );

    it('never shows the key, and waits no longer than it is told', async () => {
      const stranger = await open({ url: simulator.url, key: 'sk-wrong' });
      await expect(make(stranger)).rejects.toMatchObject({ code: 'http-401' });
      await expect(make(stranger)).rejects.toThrow(/^(?!.*sk-wrong)/);
      simulator.faults.push({ kind: 'hang' });
      const impatient = await open({ url: simulator.url, key: 'sk-right', timeoutMs: 50 });
      await expect(make(impatient)).rejects.toMatchObject({ code: 'timeout', neverSent: false });
      const nowhere = await open({ url: `http://127.0.0.1:${await freePort()}/v1`, key: 'k' });
      await expect(make(nowhere)).rejects.toMatchObject({ neverSent: true });
    });
  });
}

const GONE: [string, ImageFault, object, number] = [
  'a picture that is gone',
  { kind: 'gone' },
  { kind: 'maker', billed: true },
  1,
];
const KEPT_BACK: [string, ImageFault, object, number] = [
  'a picture that is kept back',
  { kind: 'kept-back' },
  { kind: 'moderation', billed: true },
  1,
];
