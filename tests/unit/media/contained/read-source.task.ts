import { answer } from '../../../../src/media/contained-task.ts';
import { decodeStream } from '../../../../src/media/video/decode-stream.ts';
import { SAMPLE_RATE } from '../../../../src/media/video/encode-audio.ts';
import { openVideo } from '../../../../src/media/video/open-video.ts';
import { readPcm } from '../../../../src/media/video/pcm.ts';

export interface WhatWasRead {
  /** The number that each frame carries. */
  numbers: number[];
  /** Hertz in each tenth of a second, by counting; 0 where it is silent. */
  tones: number[];
}

answer<{ path: string; seconds: number }, WhatWasRead>(async ({ path, seconds }) => {
  const numbers: number[] = [];
  await using opened = await openVideo(path);
  for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
    const line = Math.floor(frame.height / 4) * (frame.linesize[0] ?? 0);
    const bits = Array.from({ length: 16 }, (_, bit) => {
      const bright = (frame.data?.[0]?.[line + Math.floor(((bit + 0.5) * frame.width) / 16)] ?? 0) > 125;
      return bright ? 1 << bit : 0;
    });
    numbers.push(bits.reduce((sum, bit) => sum + bit, 0));
  }
  return { numbers, tones: await tonesOf(path, seconds) };
});

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
