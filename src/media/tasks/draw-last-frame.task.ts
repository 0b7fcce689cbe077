import type { Frame } from 'node-av/lib';
import { answer, TaskError } from '../contained-task.ts';
import { toSharp } from '../stills/poster.ts';
import { decodeStream } from '../video/decode-stream.ts';
import { openVideo } from '../video/open-video.ts';
import { toRgb } from '../video/to-rgb.ts';

export interface LastFrameInput {
  path: string;
  toPath: string;
}

/** Larger than any frame that is taken in: the picture is as large as it is seen. */
const ANY_SIZE = 8192;

answer<LastFrameInput, null>(async ({ path, toPath }) => {
  await using opened = await openVideo(path);
  const { format, video } = opened;
  const sample = video.codecpar.sampleAspectRatio;
  const pixelAspect = sample.num > 0 && sample.den > 0 ? sample.toDouble() : 1;
  // They come in the order in which they are seen; only the end tells which was the last.
  let last: Frame | null = null;
  try {
    for await (const frame of decodeStream(format, video, { broken: 0, endedEarly: false })) {
      last?.free();
      last = frame.clone();
    }
    if (last === null) throw new TaskError('not-a-video', 'Not one frame of it can be decoded');
    const rgb = await toRgb(last, pixelAspect, ANY_SIZE);
    await toSharp(rgb).png().toFile(toPath);
  } finally {
    last?.free();
  }
  return null;
});
