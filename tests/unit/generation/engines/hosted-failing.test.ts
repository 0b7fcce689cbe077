import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAiSdk } from '../../../../src/generation/engines/ai-sdk/open-ai-sdk.ts';
import { openRunway } from '../../../../src/generation/engines/runway/open-runway.ts';
import type { VideoEngine } from '../../../../src/generation/video-engine.ts';
import type { AdapterError, Operation, ShotOrder } from '../../../../src/requests/index.ts';
import { freePort, waitUntil } from '../../../services.ts';
import { fakeFilms } from '../../../simulators/engines/fake-films.ts';
import { createFilmMaker } from '../../../simulators/engines/film.ts';
import { startHostedSimulator } from '../../../simulators/engines/hosted/hosted-simulator.ts';
import { startReplicateSimulator } from '../../../simulators/engines/replicate/replicate-simulator.ts';
import { startRunwaySimulator } from '../../../simulators/engines/runway/runway-simulator.ts';
import type { Vendor, VendorSettings } from '../../../simulators/engines/vendor.ts';

const KEY = 'key-canary-4711';
const ORDER: ShotOrder = {
  prompt: 'a paper boat sails down a rainy street',
  aspect: { width: 16, height: 9 },
  seconds: 5,
  resolution: 720,
  framesPerSecond: 24,
  style: null,
  seed: 7,
  sound: 'none',
  picture: null,
};

const films = createFilmMaker();
afterAll(() => films.dispose());

const HOSTED = [
  ['fal', 'alibaba/wan-3.0/text-to-video'],
  ['google', 'veo-3.1-generate-preview'],
  ['xai', 'grok-imagine-video-1.5'],
] as const;

interface Simulator {
  url: string;
  vendor: Vendor;
  close(): Promise<void>;
}
type Settings = { url: string; timeoutMs?: number; key?: string };

const common = { pricePerSecond: 0.1, concurrency: 4, checkAfterMs: 5, resolvePicture: async () => '' };
const engines: {
  name: string;
  adapter?: string;
  simulate: (settings: VendorSettings & { key: string }) => Promise<Simulator>;
  open: (settings: Settings) => Promise<VideoEngine>;
}[] = [
  {
    name: 'ai-sdk',
    simulate: startReplicateSimulator,
    open: (settings) => openAiSdk({ key: KEY, ...common, ...settings, model: 'replicate:wan-video/wan-3' }),
  },
  ...HOSTED.map(([provider, model]) => ({
    name: `ai-sdk (${provider})`,
    adapter: 'ai-sdk',
    simulate: (settings: VendorSettings & { key: string }) =>
      startHostedSimulator({ ...settings, films: fakeFilms, provider }),
    open: (settings: Settings) => openAiSdk({ key: KEY, ...common, ...settings, model: `${provider}:${model}` }),
  })),
  {
    name: 'runway',
    simulate: startRunwaySimulator,
    open: (settings) => openRunway({ key: KEY, ...common, ...settings, model: null }),
  },
];

const failureOf = (act: Promise<unknown>) =>
  act.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: AdapterError) => error,
  );

describe.each(engines)('$name', ({ name, adapter = name, simulate, open }) => {
  const order = { ...ORDER, ...(name === 'ai-sdk (google)' && { seconds: 6 }) };
  let folder: string;
  let simulator: Simulator;
  let engine: VideoEngine;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-call-hosted-'));
    simulator = await simulate({ films, renderMs: 30, key: KEY });
    engine = await open({ url: simulator.url });
  });
  afterEach(async () => {
    await engine.close();
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function started(): Promise<Operation> {
    const answer = await engine.start(order, 'key');
    if (answer.outcome === 'refused') throw new Error(answer.failure.message);
    return answer.operation;
  }

  async function end(operation: Operation) {
    let last = await engine.check(operation);
    await waitUntil(async () => {
      last = await engine.check(operation);
      return last.state !== 'running';
    }, 'the end');
    return last;
  }

  it.each([
    [{ kind: 'lost-answer' }, { retryable: true, neverSent: false }, 1],
    [{ kind: 'unheard' }, { retryable: true, neverSent: false }, 0],
    [{ kind: 'status', status: 502 }, { code: 'http-502', retryable: true, neverSent: false }, 0],
    [{ kind: 'html', status: 502 }, { retryable: true, neverSent: false }, 0],
    [{ kind: 'html', status: 200 }, { code: 'bad-answer', retryable: true, neverSent: false }, 0],
    [
      { kind: 'status', status: 429, retryAfterSeconds: 7 },
      { retryable: true, neverSent: true, retryAfterMs: 7000 },
      0,
    ],
    [{ kind: 'status', status: 402 }, { retryable: false, neverSent: true }, 0],
  ] as const)('starts once and says what is known of it: %o', async (fault, expected, billed) => {
    simulator.vendor.arm('create', fault);
    const error = await failureOf(engine.start(order, 'key'));
    expect(error).toMatchObject({ name: 'AdapterError', adapter, ...expected });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(KEY);
    expect(simulator.vendor.calls.create).toBe(1);
    expect(simulator.vendor.bill).toHaveLength(billed);
  });

  it('knows a start that was certainly never heard, and one that may have been', async () => {
    const nobody = await open({ url: `http://127.0.0.1:${await freePort()}` });
    expect(await failureOf(nobody.start(order, 'key'))).toMatchObject({ retryable: true, neverSent: true });
    simulator.vendor.arm('create', { kind: 'hang' });
    const impatient = await open({ url: simulator.url, timeoutMs: 100 });
    expect(await failureOf(impatient.start(order, 'key'))).toMatchObject({ code: 'timeout', neverSent: false });
  });

  it('is turned away with a wrong key', async () => {
    const stranger = await open({ url: simulator.url, key: 'wrong' });
    expect(await failureOf(stranger.start(order, 'key'))).toMatchObject({ code: 'http-401', retryable: false });
  });

  it('is refused for what will not be made', async () => {
    simulator.vendor.arm('create', { kind: 'moderation' });
    expect(await engine.start(order, 'key')).toMatchObject({ outcome: 'refused', failure: { kind: 'moderation' } });
  });

  it.each([
    ['moderation', 'moderation'],
    ['moderation-after-rendering', 'moderation'],
    ['failed', 'engine'],
  ] as const)('%s: has failed', async (fate, kind) => {
    simulator.vendor.doom(fate);
    expect(await end(await started())).toMatchObject({ state: 'failed', failure: { kind } });
  });

  it.each(['no-video', 'expired'] as const)('%s: has no file, and never will', async (fate) => {
    simulator.vendor.doom(fate);
    const operation = await started();
    await end(operation);
    const path = join(folder, 'clip.mp4');
    expect(await engine.download(operation, path)).toMatchObject({ outcome: 'gone' });
    expect(existsSync(path)).toBe(false);
  });

  it.each(['cut-connection', 'cut-file', 'not-a-video'] as const)('%s: is fetched again', async (fate) => {
    simulator.vendor.doom(fate);
    const operation = await started();
    await end(operation);
    const path = join(folder, 'clip.mp4');
    expect(await failureOf(engine.download(operation, path))).toMatchObject({ name: 'AdapterError', retryable: true });
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    { kind: 'status', status: 429, retryAfterSeconds: 3 },
    { kind: 'status', status: 500 },
    { kind: 'html', status: 502 },
    { kind: 'html', status: 200 },
    { kind: 'unheard' },
  ] as const)('takes no trouble of a moment for the end: %o', async (fault) => {
    const operation = await started();
    simulator.vendor.arm('status', fault);
    expect(await failureOf(engine.check(operation))).toMatchObject({ name: 'AdapterError', retryable: true });
    expect(await end(operation)).toMatchObject({ state: 'rendered' });
  });
});

describe('runway', () => {
  it('says what a task may cost, and what it did', async () => {
    const simulator = await startRunwaySimulator({ films, renderMs: 10 });
    const engine = await openRunway({ key: KEY, ...common, url: simulator.url, model: null });
    try {
      const answer = await engine.start(ORDER, 'one');
      const usd = ORDER.seconds * 0.12;
      expect(answer).toMatchObject({ outcome: 'started', estimateUsd: usd });
      if (answer.outcome === 'refused') throw new Error(answer.failure.message);
      await waitUntil(async () => (await engine.check(answer.operation)).state === 'rendered', 'the video');
      expect(await engine.check(answer.operation)).toEqual({ state: 'rendered', costUsd: usd });
    } finally {
      await engine.close();
      await simulator.close();
    }
  });

  it('says what a failure costs, and is patient when it is throttled', async () => {
    const simulator = await startRunwaySimulator({ films, renderMs: 10 });
    const engine = await openRunway({ key: KEY, ...common, url: simulator.url, model: null });
    try {
      simulator.vendor.doom('moderation');
      simulator.vendor.doom('moderation-after-rendering');
      const billed: (boolean | undefined)[] = [];
      for (const key of ['one', 'two']) {
        const answer = await engine.start(ORDER, key);
        if (answer.outcome === 'refused') throw new Error(answer.failure.message);
        simulator.throttle.all = true;
        expect(await engine.check(answer.operation)).toMatchObject({ state: 'running', progress: 0 });
        simulator.throttle.all = false;
        await waitUntil(async () => {
          const status = await engine.check(answer.operation);
          if (status.state === 'failed') billed.push(status.failure.billed);
          return status.state === 'failed';
        }, 'the failure');
      }
      expect(billed).toEqual([false, true]);
    } finally {
      await engine.close();
      await simulator.close();
    }
  });
});

describe('opening', () => {
  it('says which models there are', async () => {
    await expect(openRunway({ key: KEY, ...common, url: null, model: 'gen9' })).rejects.toThrow('gen4.5');
    await expect(openAiSdk({ key: KEY, ...common, url: null, model: 'veo' })).rejects.toThrow('replicate:');
  });

  it.each(['fal:fal-ai/kling-video/v2', 'google:veo-3.1', 'xai:grok-imagine-video-1.5'])('loads %s', async (model) => {
    const engine = await openAiSdk({ key: KEY, ...common, url: null, model });
    expect(engine.limits.seconds.max).toBeGreaterThan(1);
    await engine.close();
  });
});
