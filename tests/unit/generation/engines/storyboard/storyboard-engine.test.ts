import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Demuxer } from 'node-av';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStoryboardEngine } from '../../../../../src/generation/engines/storyboard/storyboard-engine.ts';
import type { OperationStatus, VideoEngine } from '../../../../../src/generation/video-engine.ts';
import type { Operation, ShotOrder } from '../../../../../src/requests/index.ts';
import { orderFor } from './order-for.ts';

const PATIENCE_MS = 60_000;
let folder: string;
let engine: VideoEngine;
const engines: VideoEngine[] = [];

function open(directory = join(folder, 'jobs'), concurrency = 2): VideoEngine {
  const opened = createStoryboardEngine({
    directory,
    concurrency,
    resolvePicture: async ({ sha256 }) => join(folder, sha256),
  });
  engines.push(opened);
  return opened;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyboard-'));
  engine = open();
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map((opened) => opened.close()));
  await rm(folder, { recursive: true, force: true });
});

async function start(order: ShotOrder, key = 'key-1', at = engine): Promise<Operation> {
  const started = await at.start(order, key);
  if (started.outcome !== 'started') throw new Error(started.failure.message);
  return started.operation;
}

async function settled(operation: Operation, at = engine): Promise<OperationStatus> {
  let status: OperationStatus = await at.check(operation);
  await vi.waitFor(
    async () => {
      status = await at.check(operation);
      expect(status.state).not.toBe('running');
    },
    { timeout: PATIENCE_MS, interval: 50 },
  );
  return status;
}

describe('the storyboard engine', { timeout: PATIENCE_MS * 2 }, () => {
  it('makes the video that was ordered', async () => {
    const operation = await start(
      orderFor('a cat in the rain', { seconds: 1.5, framesPerSecond: 30, aspect: { width: 1, height: 1 } }),
    );
    expect(await settled(operation)).toEqual({ state: 'rendered' });
    const path = join(folder, 'clip.mp4');
    await engine.download(operation, path);
    await using input = await Demuxer.open(path);
    let frames = 0;
    for await (const packet of input.packets(input.video()?.index)) if (packet) frames += 1;
    expect(frames).toBe(45);
    expect(input.video()?.codecpar).toMatchObject({ width: 360, height: 360 });
    expect(input.audio()).toBeDefined();
  });

  it('leaves the sound track out when none is wanted', async () => {
    const operation = await start(orderFor('a cat', { sound: 'none' }));
    await settled(operation);
    await engine.download(operation, join(folder, 'clip.mp4'));
    await using input = await Demuxer.open(join(folder, 'clip.mp4'));
    expect(input.audio()).toBeUndefined();
  });

  it('starts one operation for the same key, also when asked twice at once and after a restart', async () => {
    const order = orderFor('a dog');
    const [first, second] = await Promise.all([start(order), start(order)]);
    expect(second).toEqual(first);
    await settled(first);
    const [job] = await readdir(join(folder, 'jobs'));
    const drawn = await stat(join(folder, 'jobs', String(job), 'video.mp4'));
    await engine.close();
    const later = open();
    expect(await start(order, 'key-1', later)).toEqual(first);
    expect(await later.check(first)).toEqual({ state: 'rendered' });
    expect((await stat(join(folder, 'jobs', String(job), 'video.mp4'))).ino).toBe(drawn.ino);
    expect(await readdir(join(folder, 'jobs'))).toHaveLength(1);
  });

  it('draws again, to the same bytes, what a restart interrupted', async () => {
    const operation = await start(orderFor('a whale in the sea', { seconds: 2 }));
    await engine.close();
    const later = open();
    expect(await later.check(operation)).toMatchObject({ state: 'running' });
    expect(await settled(operation, later)).toEqual({ state: 'rendered' });
    await later.download(operation, join(folder, 'one.mp4'));
    const other = await start(orderFor('a whale in the sea', { seconds: 2 }), 'key-2', later);
    await settled(other, later);
    await later.download(other, join(folder, 'two.mp4'));
    expect((await readFile(join(folder, 'one.mp4'))).equals(await readFile(join(folder, 'two.mp4')))).toBe(true);
  });

  it('draws even an operation of which only the JSON is left', async () => {
    const operation = await start(orderFor('a tree'));
    await engine.close();
    await rm(join(folder, 'jobs'), { recursive: true });
    const later = open();
    expect(await settled(JSON.parse(JSON.stringify(operation)), later)).toEqual({ state: 'rendered' });
  });

  it('stops when cancelled, for good, and does not mind being asked again', async () => {
    const operation = await start(orderFor('a long film', { seconds: 60 }));
    await engine.cancel(operation);
    await engine.cancel(operation);
    expect(await engine.check(operation)).toMatchObject({ state: 'failed' });
    await engine.close();
    expect(await open().check(operation)).toMatchObject({ state: 'failed' });
  });

  it('keeps the others in line when all places are taken', async () => {
    const narrow = open(join(folder, 'narrow'), 1);
    const operations = [await start(orderFor('one'), 'a', narrow), await start(orderFor('two'), 'b', narrow)];
    for (const operation of operations) expect(await settled(operation, narrow)).toEqual({ state: 'rendered' });
  });

  it('refuses what it cannot make', async () => {
    expect(await engine.start(orderFor('a cat', { seconds: 61 }), 'k')).toMatchObject({ outcome: 'refused' });
    expect(await engine.start(orderFor('a cat', { framesPerSecond: 25 }), 'k')).toMatchObject({ outcome: 'refused' });
  });

  it('fails on a picture that is none', async () => {
    await writeFile(join(folder, 'abc'), 'no picture');
    const operation = await start(orderFor('a cat', { picture: { sha256: 'abc', bytes: 10, type: 'image/png' } }));
    expect(await settled(operation)).toMatchObject({ state: 'failed', failure: { kind: 'invalid-file' } });
  });

  it('tells that a video is not there yet, and that an operation is not its own', async () => {
    const operation = await start(orderFor('a cat', { seconds: 20 }));
    await expect(engine.download(operation, join(folder, 'x.mp4'))).rejects.toMatchObject({
      code: 'not-rendered',
      retryable: true,
    });
    await expect(engine.check({ id: 'foreign' })).rejects.toMatchObject({
      code: 'unknown-operation',
      retryable: false,
    });
  });

  it('lists what was started', async () => {
    const operation = await start(orderFor('a cat'));
    expect(await engine.find('2000-01-01T00:00:00.000Z')).toMatchObject([{ operation, prompt: 'a cat' }]);
    expect(await engine.find('2999-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('sweeps folders that nobody wrote to for days', async () => {
    const old = join(folder, 'jobs', 'f'.repeat(64));
    await mkdir(old, { recursive: true });
    await utimes(old, new Date(0), new Date(0));
    await start(orderFor('a cat'));
    expect(await readdir(join(folder, 'jobs'))).not.toContain('f'.repeat(64));
  });

  it('reports a full disk as something to try again', async (context) => {
    const small = join(folder, 'small');
    await mkdir(small);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' });
    } catch {
      return context.skip('needs the right to mount a small tmpfs: run as root on Linux');
    }
    try {
      const full = open(small);
      const operation = await start(orderFor('rain in the forest', { seconds: 4 }), 'key', full);
      await expect(settledOrThrown(operation, full)).rejects.toMatchObject({ code: 'disk-full', retryable: true });
      await full.close();
    } finally {
      execFileSync('umount', ['-l', small]);
    }
  });
});

/** Waits for an end or an error; `vi.waitFor` would wait the error out. */
async function settledOrThrown(operation: Operation, at: VideoEngine): Promise<OperationStatus> {
  const end = Promise.withResolvers<OperationStatus>();
  const look = setInterval(async () => {
    try {
      const status = await at.check(operation);
      if (status.state !== 'running') end.resolve(status);
    } catch (error) {
      end.reject(error);
    }
  }, 50);
  return end.promise.finally(() => clearInterval(look));
}
