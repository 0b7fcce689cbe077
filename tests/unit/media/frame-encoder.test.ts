import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AVCOL_SPC_BT709, Demuxer } from 'node-av';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrameEncoder, SAMPLE_RATE, type SoundTrack } from '../../../src/media/frame-encoder.ts';
import { expectWholeFile } from '../../../src/media/frame-encoder-checks.ts';

const WIDTH = 162;
const HEIGHT = 90;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frame-encoder-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A square that walks over a coloured ground. */
function drawFrame(frame: number): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const inside = Math.abs((at % WIDTH) - frame * 3) < 8;
    pixels.set(inside ? [200, 40, 40] : [90, 140, 200], at * 4);
  }
  return pixels;
}

function hum(seconds: number): SoundTrack {
  const left = Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, at) => Math.sin(at / 20) * 0.2);
  return { left, right: left };
}

async function encode(
  name: string,
  frames: number,
  framesPerSecond: number,
  sound: SoundTrack | null,
): Promise<string> {
  const path = join(folder, name);
  const encoder = await createFrameEncoder({ path, width: WIDTH, height: HEIGHT, framesPerSecond, sound });
  for (let frame = 0; frame < frames; frame++) await encoder.write(drawFrame(frame));
  const { bytes } = await encoder.finish();
  expect(bytes).toBe((await readFile(path)).length);
  return path;
}

/** Read before the file is closed: FFmpeg's streams end with it. */
async function probe(path: string) {
  await using input = await Demuxer.open(path);
  const video = input.video();
  const audio = input.audio();
  let frames = 0;
  for await (const packet of input.packets(video?.index)) if (packet) frames += 1;
  const seconds = (stream: typeof video) =>
    stream ? (Number(stream.duration) * stream.timeBase.num) / stream.timeBase.den : null;
  return {
    frames,
    width: video?.codecpar.width,
    height: video?.codecpar.height,
    colours: video?.codecpar.colorSpace,
    sampleRate: audio?.codecpar.sampleRate ?? null,
    videoSeconds: seconds(video),
    audioSeconds: seconds(audio),
  };
}

describe('createFrameEncoder', () => {
  it.each([
    [24, 24],
    [41, 30],
    [1, 24],
  ])('writes exactly %i frames at %i a second, with sound of the same length', async (frames, framesPerSecond) => {
    const path = await encode(`${frames}.mp4`, frames, framesPerSecond, hum(frames / framesPerSecond));
    const found = await probe(path);
    expect(found.frames).toBe(frames);
    expect(found.videoSeconds).toBeCloseTo(frames / framesPerSecond, 3);
    expect(found.audioSeconds).toBeCloseTo(frames / framesPerSecond, 2);
    expect(found).toMatchObject({ width: WIDTH, height: HEIGHT, colours: AVCOL_SPC_BT709, sampleRate: SAMPLE_RATE });
  });

  it('makes a file without a sound track where there is no sound', async () => {
    const found = await probe(await encode('silent.mp4', 12, 24, null));
    expect(found.sampleRate).toBeNull();
  });

  it('cuts a longer sound and fills a shorter one with silence', async () => {
    for (const seconds of [3, 0.3]) {
      const found = await probe(await encode(`sound-${seconds}.mp4`, 24, 24, hum(seconds)));
      expect(found.audioSeconds).toBeCloseTo(1, 2);
    }
  });

  it('gives the same bytes for the same frames, time after time', async () => {
    const hashes = new Set<string>();
    // With x264's macroblock tree on, four of ten differed.
    for (let run = 0; run < 12; run++) {
      const bytes = await readFile(await encode('again.mp4', 30, 24, hum(1.25)));
      hashes.add(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(hashes.size).toBe(1);
  });

  it('notices a file that is not whole', async () => {
    const path = await encode('cut.mp4', 12, 24, null);
    const { bytes } = await expectWholeFile(path);
    await truncate(path, bytes - 100);
    await expect(expectWholeFile(path)).rejects.toMatchObject({ code: 'disk-full' });
  });
});
