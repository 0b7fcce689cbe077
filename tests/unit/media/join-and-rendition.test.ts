import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenditionLimits } from '../../../src/bots/chat-platform.ts';
import { X_LIMITS } from '../../../src/bots/x/x-limits.ts';
import { createMediaTools } from '../../../src/media/contained-media-tools.ts';
import type { VideoFacts } from '../../../src/media/media-tools.ts';
import { createSources, numbersFrom, type Sources } from './sources.ts';

const media = createMediaTools();
const WHOLE = { how: 'whole' } as const;
const ROOMY: RenditionLimits = {
  maxBytes: 10_000_000,
  maxLongSide: 1280,
  maxShortSide: 1024,
  maxStretch: 3,
  minSeconds: 0.5,
  maxSeconds: 140,
  maxFramesPerSecond: 60,
};

let sources: Sources;
beforeAll(async () => {
  sources = await createSources();
});
afterAll(() => sources.dispose());

async function factsOf(path: string): Promise<VideoFacts> {
  const probed = await media.probe(path);
  if (probed.outcome === 'not-a-video') throw new Error(probed.reason);
  return probed.facts;
}

const hashOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

describe('joining', () => {
  it('keeps every frame of every shot, in order, and each shot beside its own sound', async () => {
    const parts = [
      { path: await sources.video('first.mp4', { frames: 36, from: 0, tone: 500 }), frames: 36, fitting: WHOLE },
      { path: await sources.video('silent.mp4', { frames: 24, from: 100 }), frames: 24, fitting: WHOLE },
      { path: await sources.video('last.mp4', { frames: 31, from: 200, tone: 1000 }), frames: 31, fitting: WHOLE },
    ];
    const joined = sources.path('joined.mp4');
    const order = { parts, width: 160, height: 96, framesPerSecond: 24, sound: true };
    await media.join(order, joined);
    expect(await factsOf(joined)).toMatchObject({
      frames: 91,
      seconds: 91 / 24,
      damage: null,
      audioCodec: 'aac',
      indexFirst: true,
    });
    const { numbers, tones } = await sources.read(joined, 91 / 24);
    expect(numbers).toEqual([...numbersFrom(0, 36), ...numbersFrom(100, 24), ...numbersFrom(200, 31)]);
    const around = (from: number, to: number, hertz: number) => {
      for (const tone of tones.slice(from, to)) expect(Math.abs(tone - hertz)).toBeLessThanOrEqual(20);
    };
    around(1, 14, 500);
    around(16, 24, 0);
    around(26, 37, 1000);
    const again = sources.path('joined-again.mp4');
    await media.join(order, again);
    expect(await hashOf(again)).toBe(await hashOf(joined));
  });

  it('brings shots of other rates and sizes to one', async () => {
    const parts = [
      { path: await sources.video('at-30.mp4', { framesPerSecond: 30, frames: 30 }), frames: 24, fitting: WHOLE },
      {
        path: await sources.video('small.mp4', { width: 80, height: 48, frames: 24, from: 50 }),
        frames: 24,
        fitting: WHOLE,
      },
    ];
    const joined = sources.path('mixed.mp4');
    await media.join({ parts, width: 160, height: 96, framesPerSecond: 24, sound: false }, joined);
    expect(await factsOf(joined)).toMatchObject({ frames: 48, seconds: 2, width: 160, height: 96, audioCodec: null });
    const { numbers } = await sources.read(joined);
    expect(numbers.slice(24)).toEqual(numbersFrom(50, 24));
    expect(numbers.slice(0, 24)).toEqual([...numbers.slice(0, 24)].sort((a, b) => a - b));
    expect(new Set(numbers.slice(0, 24)).size).toBe(24);
  });
});

describe('shots that melt into each other', () => {
  it('are shorter by what melts, and neither black nor still in between', async () => {
    const parts = [
      { path: await sources.video('out.mp4', { frames: 24, tone: 500 }), frames: 24, fitting: WHOLE },
      {
        path: await sources.video('into.mp4', { frames: 24, from: 100, tone: 500 }),
        frames: 24,
        melting: 8,
        fitting: WHOLE,
      },
    ];
    const joined = sources.path('melted.mp4');
    await media.join({ parts, width: 160, height: 96, framesPerSecond: 24, sound: true }, joined);
    expect(await factsOf(joined)).toMatchObject({ frames: 40, damage: null });
    const { numbers } = await sources.read(joined, 40 / 24);
    expect(numbers.slice(0, 16)).toEqual(numbersFrom(0, 16));
    expect(numbers.slice(24)).toEqual(numbersFrom(108, 16));
  });

  it('end in a picture with which the next can begin', async () => {
    const path = await sources.video('ends.mp4', { frames: 24, from: 40 });
    const picture = sources.path('last.png');
    await media.drawLastFrame(path, picture);
    const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 160, height: 96 });
    const bits = Array.from({ length: 16 }, (_, bit) => (data[24 * 160 + bit * 10 + 5] ?? 0) > 128);
    expect(bits.reduce((number, bit, place) => number + (bit ? 2 ** place : 0), 0)).toBe(63);
    await writeFile(path, 'no video');
    await expect(media.drawLastFrame(path, picture)).rejects.toMatchObject({ code: 'not-a-video' });
  });
});

describe('renditions', () => {
  it('sends the master where it fits', async () => {
    const path = await sources.video('fits.mp4', { tone: 440 });
    expect(await media.makeRendition(path, await factsOf(path), ROOMY, sources.path('unused.mp4'))).toEqual({
      outcome: 'as-is',
    });
  });

  it.each([
    ['landscape', { width: 320, height: 180 }],
    ['portrait', { width: 180, height: 320 }],
  ])('scales down without stretching: %s', async (name, size) => {
    const path = await sources.video(`${name}.mp4`, { ...size, frames: 24, tone: 440 });
    const to = sources.path(`${name}-small.mp4`);
    const made = await media.makeRendition(path, await factsOf(path), { ...ROOMY, maxLongSide: 256 }, to);
    const facts = await factsOf(to);
    expect(made).toEqual({ outcome: 'made', bytes: (await stat(to)).size, width: facts.width, height: facts.height });
    expect(Math.max(facts.width, facts.height)).toBe(256);
    expect(Math.min(facts.width, facts.height)).toBe(144);
    expect(facts).toMatchObject({ frames: 24, seconds: 1, damage: null, audioCodec: 'aac', videoCodec: 'h264' });
    expect((await sources.read(to)).numbers).toEqual(numbersFrom(0, 24));
  });

  it.each([
    ['3:1', 300, 100],
    ['1:3', 100, 300],
    ['a little flatter than 3:1', 302, 100],
    ['4:1', 400, 100],
    ['1:4', 60, 240],
  ])('are what X takes, in the shape of %s', async (_, width, height) => {
    const path = await sources.video('shape.mp4', { look: 'disc', width, height, frames: 12 });
    const to = sources.path('shape-on-x.mp4');
    const made = await media.makeRendition(path, await factsOf(path), X_LIMITS.rendition, to);
    const facts = await factsOf(made.outcome === 'as-is' ? path : to);
    expect(Math.max(facts.width / facts.height, facts.height / facts.width)).toBeLessThanOrEqual(3);
    expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(1280);
    expect(Math.min(facts.width, facts.height)).toBeGreaterThanOrEqual(32);
    expect([facts.width % 2, facts.height % 2]).toEqual([0, 0]);
    expect(facts).toMatchObject({
      ...{ container: 'mp4', videoCodec: 'h264', pixelFormat: 'yuv420p', pixelAspect: 1 },
      ...{ framesPerSecond: 24, seconds: 0.5, damage: null },
    });
  });

  it('keeps under a size, and aims near it', async () => {
    const path = await sources.video('noisy.mp4', { look: 'noise', frames: 36, width: 320, height: 192, tone: 440 });
    const facts = await factsOf(path);
    for (const maxBytes of [350_000, 40_000]) {
      expect(facts.bytes).toBeGreaterThan(maxBytes);
      const to = sources.path(`noisy-${maxBytes}.mp4`);
      const made = await media.makeRendition(path, facts, { ...ROOMY, maxBytes }, to);
      expect(made).toMatchObject({ outcome: 'made' });
      const { size } = await stat(to);
      expect(size).toBeLessThanOrEqual(maxBytes);
      expect(size).toBeGreaterThan(maxBytes * 0.7);
      expect(await factsOf(to)).toMatchObject({ frames: 36, seconds: 1.5, damage: null });
    }
  }, 60_000);

  it('halves a frame rate that is too high, and keeps the length', async () => {
    const path = await sources.video('fast.mp4', { framesPerSecond: 60, frames: 60 });
    const to = sources.path('slower.mp4');
    await media.makeRendition(path, await factsOf(path), { ...ROOMY, maxFramesPerSecond: 30 }, to);
    expect(await factsOf(to)).toMatchObject({ framesPerSecond: 30, frames: 30, seconds: 1 });
  });

  it.each([
    ['too-long', { maxSeconds: 0.9 }],
    ['too-short', { minSeconds: 3 }],
    ['too-large', { maxBytes: 3000 }],
  ])('never cuts: %s', async (reason, change) => {
    const path = await sources.video('never-cut.mp4', { tone: 440 });
    const outcome = await media.makeRendition(
      path,
      await factsOf(path),
      { ...ROOMY, ...change },
      sources.path('never.mp4'),
    );
    expect(outcome).toMatchObject({ outcome: 'cannot-fit', reason });
  });

  it('gives the same bytes again', async () => {
    const path = await sources.video('again.mp4', { tone: 440, width: 320, height: 180 });
    const facts = await factsOf(path);
    const [one, two] = [sources.path('one.mp4'), sources.path('two.mp4')];
    for (const to of [one, two]) await media.makeRendition(path, facts, { ...ROOMY, maxLongSide: 200 }, to);
    expect(await hashOf(one)).toBe(await hashOf(two));
  });
});
