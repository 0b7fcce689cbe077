import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOpenaiVideos } from '../../../../../src/generation/engines/openai-videos/open-openai-videos.ts';
import { createOpenaiVideosEngine } from '../../../../../src/generation/engines/openai-videos/openai-videos-engine.ts';
import type { VideoEngine } from '../../../../../src/generation/video-engine.ts';
import type { AdapterError, Operation, ShotOrder } from '../../../../../src/requests/index.ts';
import { freePort } from '../../../../machine/free-port.ts';
import { waitUntil } from '../../../../services.ts';
import { createFilmMaker } from '../../../../simulators/engines/film.ts';
import type { SimulatedDialect } from '../../../../simulators/engines/videos/answers.ts';
import { startVideosSimulator, type VideosSimulator } from '../../../../simulators/engines/videos/videos-simulator.ts';

const ORDER: ShotOrder = {
  prompt: 'a paper boat sails down a rainy street',
  aspect: { width: 16, height: 9 },
  seconds: 1,
  resolution: 360,
  framesPerSecond: 24,
  style: null,
  seed: 7,
  sound: 'none',
  picture: null,
};
const KEY = 'sk-canary-4711';

const films = createFilmMaker();
afterAll(() => films.dispose());

let folder: string;
let simulator: VideosSimulator;
let engine: VideoEngine;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-videos-'));
  await simulate('sglang');
});
afterEach(async () => {
  await engine.close();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function simulate(dialect: SimulatedDialect, clock = () => new Date()): Promise<void> {
  if (simulator) await simulator.close();
  simulator = await startVideosSimulator({ dialect, films, renderMs: 30, key: KEY, clock });
  engine = open(dialect);
}

function open(dialect: SimulatedDialect, { key = KEY, url = simulator.url, timeoutMs = 2000 } = {}): VideoEngine {
  return createOpenaiVideosEngine({
    ...{ url, key, dialect, timeoutMs },
    model: null,
    pricePerSecond: 0.1,
    concurrency: 4,
    checkAfterMs: 5,
    resolvePicture: async () => join(folder, 'picture.jpg'),
  });
}

async function started(order = ORDER): Promise<Operation> {
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

const failureOf = (act: Promise<unknown>) =>
  act.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: AdapterError) => error,
  );

describe('a start', () => {
  it.each([
    [{ kind: 'lost-answer' }, { retryable: true, neverSent: false }, 1],
    [{ kind: 'unheard' }, { retryable: true, neverSent: false }, 0],
    [{ kind: 'status', status: 500 }, { code: 'http-500', retryable: true, neverSent: false }, 0],
    [
      { kind: 'status', status: 503, retryAfterSeconds: 9 },
      { retryable: true, neverSent: false, retryAfterMs: 9000 },
      0,
    ],
    [{ kind: 'html', status: 502 }, { code: 'http-502', retryable: true, neverSent: false }, 0],
    [{ kind: 'html', status: 200 }, { code: 'bad-answer', retryable: true, neverSent: false }, 0],
    [
      { kind: 'status', status: 429, retryAfterSeconds: 7 },
      { retryable: true, neverSent: true, retryAfterMs: 7000 },
      0,
    ],
    [{ kind: 'status', status: 403 }, { retryable: false, neverSent: true }, 0],
  ] as const)('goes out once and says what is known of it: %o', async (fault, expected, billed) => {
    simulator.vendor.arm('create', fault);
    const error = await failureOf(engine.start(ORDER, 'key'));
    expect(error).toMatchObject({ name: 'AdapterError', adapter: 'openai-videos', ...expected });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(KEY);
    expect(simulator.vendor.calls.create).toBe(1);
    expect(simulator.vendor.bill).toHaveLength(billed);
  });

  it('that is not answered in time may have been heard', async () => {
    simulator.vendor.arm('create', { kind: 'hang' });
    engine = open('sglang', { timeoutMs: 100 });
    expect(await failureOf(engine.start(ORDER, 'key'))).toMatchObject({ code: 'timeout', neverSent: false });
  });

  it('that finds nobody was certainly never heard', async () => {
    engine = open('sglang', { url: `http://127.0.0.1:${await freePort()}/v1` });
    expect(await failureOf(engine.start(ORDER, 'key'))).toMatchObject({ retryable: true, neverSent: true });
  });

  it('with a wrong key is turned away, and trying again is of no use', async () => {
    engine = open('sglang', { key: 'sk-wrong' });
    expect(await failureOf(engine.start(ORDER, 'key'))).toMatchObject({ code: 'http-401', retryable: false });
  });

  it('is refused for what the engine will not make, in its words', async () => {
    simulator.vendor.arm('create', { kind: 'moderation' });
    expect(await engine.start(ORDER, 'key')).toEqual({
      outcome: 'refused',
      failure: { kind: 'moderation', message: 'Your request was blocked by our moderation system.' },
    });
    expect(simulator.vendor.bill).toHaveLength(0);
  });

  it('whose answer was lost is found in the list under its own prompt, its look apart', async () => {
    simulator.vendor.arm('create', { kind: 'lost-answer' });
    const since = new Date().toISOString();
    await failureOf(engine.start({ ...ORDER, style: 'watercolour' }, 'key'));
    const [found] = await engine.find(since);
    expect(found).toMatchObject({ prompt: ORDER.prompt, operation: { video: simulator.vendor.bill[0]?.job } });
    expect(simulator.vendor.jobs.get(String(found?.operation.video))?.prompt).toContain('watercolour');
  });
});

describe('a video that does not come out as it should', () => {
  it.each([
    ['moderation', 'moderation'],
    ['moderation-after-rendering', 'moderation'],
    ['failed', 'engine'],
  ] as const)('%s: has failed', async (fate, kind) => {
    simulator.vendor.doom(fate);
    expect(await end(await started())).toMatchObject({ state: 'failed', failure: { kind } });
  });

  it('done without a video: is gone', async () => {
    simulator.vendor.doom('no-video');
    const operation = await started();
    expect(await end(operation)).toEqual({ state: 'rendered' });
    const path = join(folder, 'clip.mp4');
    expect(await engine.download(operation, path)).toMatchObject({ outcome: 'gone', failure: { kind: 'engine' } });
    expect(existsSync(path)).toBe(false);
  });

  it('done between the answer that there is none and the look at it: is fetched all the same', async () => {
    const operation = await started();
    await end(operation);
    simulator.vendor.arm('content', { kind: 'status', status: 404 });
    expect(await engine.download(operation, join(folder, 'clip.mp4'))).toEqual({ outcome: 'downloaded' });
  });

  it('expired: has failed, whoever tells first', async () => {
    await simulate('openai');
    simulator.vendor.doom('expired');
    const operation = await started({ ...ORDER, seconds: 4, resolution: 720, sound: 'ambience' });
    expect(await end(operation)).toMatchObject({ state: 'failed', failure: { kind: 'expired' } });
    const gone = await engine.download(operation, join(folder, 'clip.mp4'));
    expect(gone).toMatchObject({ outcome: 'gone', failure: { kind: 'expired' } });
  });

  it('forgotten by a server that was started anew: has failed', async () => {
    const operation = await started();
    simulator.vendor.forget(String(operation.video));
    expect(await engine.check(operation)).toMatchObject({ state: 'failed', failure: { kind: 'expired' } });
  });

  it('stuck for ever: goes on running, for the deadline to end', async () => {
    simulator.vendor.doom('stuck');
    const operation = await started();
    await waitUntil(async () => simulator.vendor.jobs.get(String(operation.video))?.looks !== 0, 'a look');
    expect(await engine.check(operation)).toMatchObject({ state: 'running' });
  });

  it.each(['cut-connection', 'cut-file', 'not-a-video'] as const)(
    '%s: is asked for again, and leaves nothing behind',
    async (fate) => {
      simulator.vendor.doom(fate);
      const operation = await started();
      await end(operation);
      const path = join(folder, 'clip.mp4');
      expect(await failureOf(engine.download(operation, path))).toMatchObject({
        name: 'AdapterError',
        retryable: true,
      });
      expect(existsSync(path)).toBe(false);
    },
  );
});

describe('looking', () => {
  it.each([
    { kind: 'status', status: 429, retryAfterSeconds: 3 },
    { kind: 'status', status: 500 },
    { kind: 'html', status: 502 },
    { kind: 'html', status: 200 },
    { kind: 'unheard' },
  ] as const)('fails for a moment and may be done again: %o', async (fault) => {
    const operation = await started();
    simulator.vendor.arm('status', fault);
    expect(await failureOf(engine.check(operation))).toMatchObject({ name: 'AdapterError', retryable: true });
    expect(await end(operation)).toEqual({ state: 'rendered' });
  });

  it('takes words it does not know for “not over yet”', async () => {
    let now = new Date();
    await simulate('litellm', () => now);
    const operation = await started({ ...ORDER, seconds: 4, resolution: 720, sound: 'ambience' });
    expect(await engine.check(operation)).toMatchObject({ state: 'running', progress: null });
    now = new Date(now.getTime() + 60_000);
    expect(await end(operation)).toEqual({ state: 'rendered' });
  });
});

describe('a picture', () => {
  it.each(['sglang', 'vllm-omni'] as const)('goes along as %s wants it', async (dialect) => {
    await simulate(dialect);
    await writeFile(join(folder, 'picture.jpg'), 'a picture');
    const picture = { sha256: 'a'.repeat(64), bytes: 9, type: 'image/jpeg' };
    const { video } = await started({ ...ORDER, picture });
    expect(simulator.vendor.jobs.get(String(video))?.picture).toBe(true);
  });
});

describe('opening', () => {
  const settings = {
    key: KEY,
    dialect: 'auto',
    model: null,
    pricePerSecond: 0,
    concurrency: 1,
    checkAfterMs: 5,
    resolvePicture: async () => '',
  } as const;

  it.each([
    ['openai', 'any'],
    ['sglang', ['en', 'zh']],
    ['vllm-omni', ['en', 'zh']],
    ['litellm', 'any'],
  ] as const)('tells %s by its list of models, and by those its languages', async (dialect, languages) => {
    await simulate(dialect);
    const opened = await openOpenaiVideos({ ...settings, url: simulator.url });
    expect(opened.limits).toEqual({ ...engine.limits, languages, pricePerSecond: 0, concurrency: 1 });
  });

  it('says what to do where nobody answers', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    const { message } = await failureOf(openOpenaiVideos({ ...settings, url: `http://${host}/v1` }));
    expect(message).toContain(host);
    expect(message).toContain('ENGINE_DIALECT');
  });
});
