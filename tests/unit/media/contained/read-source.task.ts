import type { Frame } from 'node-av/lib';
import { answer } from '../../../../src/media/contained-task.ts';
import { decodeStream } from '../../../../src/media/video/decode-stream.ts';
import { SAMPLE_RATE } from '../../../../src/media/video/encode-audio.ts';
import { openVideo } from '../../../../src/media/video/open-video.ts';
import { readPcm } from '../../../../src/media/video/pcm.ts';

export interface WhatWasRead {
  /** The number that each frame carries. */
  numbers: number[];
  /** Of what is bright in the last frame, in pixels. */
  bright: { left: number; top: number; width: number; height: number };
  /** Hertz in each tenth of a second, by counting; 0 where it is silent. */
  tones: number[];
}

answer<{ path: string; seconds: number }, WhatWasRead>(async ({ path, seconds }) => {
  const numbers: number[] = [];
  let bright = { left: 0, top: 0, width: 0, height: 0 };
  await using opened = await openVideo(path);
  for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
    const line = Math.floor(frame.height / 4) * (frame.linesize[0] ?? 0);
    const bits = Array.from({ length: 16 }, (_, bit) => {
      const bright = (frame.data?.[0]?.[line + Math.floor(((bit + 0.5) * frame.width) / 16)] ?? 0) > 125;
      return bright ? 1 << bit : 0;
    });
    numbers.push(bits.reduce((sum, bit) => sum + bit, 0));
    bright = brightPart(frame.data?.[0] ?? Buffer.alloc(0), frame);
  }
  return { numbers, bright, tones: await tonesOf(path, seconds) };
});

function brightPart(luma: Buffer, { width, height, linesize }: Frame): WhatWasRead['bright'] {
  const [line = width] = linesize;
  const bright = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((luma[y * line + x] ?? 0) < 180) continue;
      bright.left = Math.min(bright.left, x);
      bright.right = Math.max(bright.right, x);
      bright.top = Math.min(bright.top, y);
      bright.bottom = y;
    }
  }
  const { left, top, right, bottom } = bright;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

async function tonesOf(path: string, seconds: number): Promise<number[]> {
  await using opened = await openVideo(path);
  if (opened.audio === null) return [];
  const { left } = await readPcm(opened.format, opened.audio, Math.round(seconds * SAMPLE_RATE));
  const window = SAMPLE_RATE / 10;
  return Array.from({ length: Math.floor(left.length / window) }, (_, index) => {
    const part = left.subarray(index * window, (index + 1) * window);
    if (part.every((sample) => Math.abs(sample) < 0.02)) return 0;
    return part.reduce((count, sample, at) => count + (at > 0 && (part[at - 1] ?? 0) < 0 && sample >= 0 ? 10 : 0), 0);
  });
}
