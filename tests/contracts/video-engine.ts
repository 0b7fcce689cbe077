import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameSize } from '../../src/generation/frame-size.ts';
import { planClip } from '../../src/generation/plan-clip.ts';
import type { VideoEngine } from '../../src/generation/video-engine.ts';
import type { VideoFacts } from '../../src/media/media-tools.ts';
import { AdapterError, type Operation, type ShotOrder } from '../../src/requests/index.ts';
import { waitUntil } from '../services.ts';

export interface EngineUnderTest {
  /** A new instance over the same vendor, folder or account, as after a restart. The one before is closed. */
  open(): VideoEngine | Promise<VideoEngine>;
  /** What the engine's file really is. */
  look(path: string): Promise<VideoFacts>;
  /** How many operations were started and, where that costs, billed. */
  started(): Promise<number>;
  dispose(): Promise<void>;
}

const WITHIN_MS = 120_000;

/** What every engine must do. `make` gives one whose vendor has done nothing yet. */
export function videoEngineContract(name: string, make: (directory: string) => Promise<EngineUnderTest>): void {
  describe(`video engine: ${name}`, { timeout: WITHIN_MS * 2 }, () => {
    let directory: string;
    let made: EngineUnderTest;
    let engine: VideoEngine;
    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'open-call-engine-'));
      made = await make(directory);
      engine = await made.open();
    });
    afterEach(async () => {
      await engine.close();
      await made.dispose();
      await rm(directory, { recursive: true, force: true });
    });

    async function start(order: ShotOrder, key: string): Promise<Operation> {
      const answer = await engine.start(order, key);
      if (answer.outcome === 'refused') throw new Error(answer.failure.message);
      expect(answer.checkAfterMs).toBeGreaterThanOrEqual(0);
      return answer.operation;
    }

    async function untilOver(operation: Operation): Promise<'rendered' | 'failed'> {
      let over: 'rendered' | 'failed' | null = null;
      let progress = 0;
      await waitUntil(
        async () => {
          const status = await engine.check(operation);
          if (status.state !== 'running') {
            over = status.state;
            return true;
          }
          expect(status.progress ?? 0).toBeGreaterThanOrEqual(progress);
          expect(status.progress ?? 0).toBeLessThanOrEqual(1);
          progress = status.progress ?? 0;
          return false;
        },
        'the end of the operation',
        WITHIN_MS,
      );
      return over ?? 'failed';
    }

    async function restart(): Promise<void> {
      await engine.close();
      engine = await made.open();
    }

    it('makes what was ordered: a whole file of the asked shape and length', async () => {
      const order = { ...smallest(engine), aspect: { width: 9, height: 16 } };
      const operation = await start(order, 'one');
      expect(await untilOver(operation)).toBe('rendered');
      const path = join(directory, 'clip.mp4');
      await engine.download(operation, path);
      const facts = await made.look(path);
      expect(facts).toMatchObject({ ...frameSize(order.aspect, order.resolution), damage: null });
      expect(Math.abs(facts.seconds - order.seconds)).toBeLessThanOrEqual(1.01 / order.framesPerSecond);
      // A download may be repeated, and over what an earlier one left.
      const bytes = await readFile(path);
      await engine.download(operation, path);
      expect(await readFile(path)).toEqual(bytes);
      const still = `${path}.still`;
      expect(await engine.downloadStill(operation, still)).toBe(engine.limits.still);
      if (engine.limits.still) expect((await sharp(still).metadata()).width).toBeGreaterThan(0);
      expect(await engine.check(operation), 'still there').toMatchObject({ state: 'rendered' });
    });

    it('gives an operation that is plain JSON and survives a restart', async () => {
      const operation = await start(smallest(engine), 'one');
      expect(JSON.parse(JSON.stringify(operation))).toEqual(operation);
      await restart();
      expect(await untilOver(JSON.parse(JSON.stringify(operation)))).toBe('rendered');
      await restart();
      const path = join(directory, 'clip.mp4');
      await engine.download(operation, path);
      expect((await made.look(path)).damage).toBeNull();
      expect(await made.started()).toBe(1);
    });

    it('starts nothing twice under one key, where its limits say so, and something else under another', async () => {
      const order = smallest(engine);
      const operation = await start(order, 'one');
      if (engine.limits.idempotency === 'key') {
        expect(await start(order, 'one')).toEqual(operation);
        await restart();
        expect(await start(order, 'one')).toEqual(operation);
        expect(await made.started()).toBe(1);
      }
      const before = await made.started();
      expect(await start(order, 'two')).not.toEqual(operation);
      expect(await made.started()).toBe(before + 1);
    });

    it('finds what it was asked for, where its limits say so', async () => {
      const since = new Date(Date.now() - 1000).toISOString();
      expect(await engine.find(since)).toEqual([]);
      const order = smallest(engine);
      const operation = await start(order, 'one');
      const found = await engine.find(since);
      if (engine.limits.idempotency === 'list') {
        expect(found).toEqual([{ operation, prompt: order.prompt, startedAt: expect.any(String) }]);
      }
      for (const each of found) expect(each.operation).toEqual(operation);
      expect(await engine.find(new Date(Date.now() + 60_000).toISOString())).toEqual([]);
    });

    it('cancels: what was running ends as failed or was done already, and cancelling again is no error', async () => {
      const operation = await start({ ...smallest(engine), seconds: engine.limits.seconds.max }, 'one');
      await engine.cancel(operation);
      const end = await untilOver(operation);
      await engine.cancel(operation);
      expect(await untilOver(operation)).toBe(end);
      if (end !== 'failed') return;
      const path = join(directory, 'x.mp4');
      const answer = await engine.download(operation, path).catch(() => null);
      expect(answer?.outcome ?? 'gone').toBe('gone');
      expect(existsSync(path)).toBe(false);
    });

    it('leaves alone what is done when it is cancelled late', async () => {
      const operation = await start(smallest(engine), 'one');
      expect(await untilOver(operation)).toBe('rendered');
      await engine.cancel(operation);
      expect(await engine.check(operation)).toMatchObject({ state: 'rendered' });
    });

    it('downloads nothing that is not done', async () => {
      const operation = await start({ ...smallest(engine), seconds: engine.limits.seconds.max }, 'one');
      const status = await engine.check(operation);
      const path = join(directory, 'early.mp4');
      if (status.state === 'running') {
        const early = await engine.download(operation, path).catch((error: unknown) => error);
        if (early instanceof Error) {
          expect(early).toMatchObject({ name: 'AdapterError', retryable: true });
          expect(existsSync(path)).toBe(false);
          // It may be done by the time that it is asked for.
        } else expect(await engine.check(operation)).toMatchObject({ state: 'rendered' });
      }
      await engine.cancel(operation);
    });

    it('says of an operation that is none of its own that asking again is of no use', async () => {
      const foreign = { foreign: 'operation' };
      for (const ask of [() => engine.check(foreign), () => engine.download(foreign, join(directory, 'x'))]) {
        const error = await ask().catch((cause: unknown) => cause);
        expect(error).toBeInstanceOf(AdapterError);
        expect(error).toMatchObject({ retryable: false });
      }
    });

    it('has limits that are honest: what they allow is started, what they do not is refused', async () => {
      const { seconds, resolutions, framesPerSecond, sounds } = engine.limits;
      const order = smallest(engine);
      const allowed = [
        ...resolutions.map((resolution) => ({ ...order, resolution })),
        ...framesPerSecond.map((each) => ({ ...order, framesPerSecond: each })),
        ...sounds.map((sound) => ({ ...order, sound })),
        { ...order, seconds: seconds.max },
      ];
      for (const [index, each] of allowed.entries()) await engine.cancel(await start(each, `allowed-${index}`));
      for (const [index, each] of [seconds.min / 2, seconds.max + 1].entries()) {
        const answer = await engine.start({ ...order, seconds: each }, `too-much-${index}`);
        expect(answer).toMatchObject({ outcome: 'refused', failure: { kind: 'engine' } });
      }
      expect(await made.started()).toBe(allowed.length);
    });

    it('is over when it is closed; closing twice is no error', async () => {
      await start(smallest(engine), 'one');
      await engine.close();
      await engine.close();
      await expect(engine.start(smallest(engine), 'two')).rejects.toBeInstanceOf(AdapterError);
    });
  });
}

/** The least work that the limits allow, planned as every clip is. */
function smallest(engine: VideoEngine): ShotOrder {
  const plan = planClip(
    { id: 'r1', picture: null },
    {
      prompt: 'a paper boat sails down a rainy street',
      options: { seconds: engine.limits.seconds.min, resolution: 360, sound: 'none', seed: 7 },
    },
    [engine],
  );
  const [order] = plan.outcome === 'fits' ? plan.shots : [];
  if (order === undefined) throw new Error('The engine offers nothing');
  return order;
}
