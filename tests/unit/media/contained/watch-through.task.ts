import { answer } from '../../../../src/media/contained-task.ts';
import { decodeStream } from '../../../../src/media/video/decode-stream.ts';
import { SAMPLE_RATE } from '../../../../src/media/video/encode-audio.ts';
import { openVideo } from '../../../../src/media/video/open-video.ts';
import { readPcm } from '../../../../src/media/video/pcm.ts';

export interface WhatWasSeen {
  frames: number;
  /** Frames without a bright point. */
  black: number;
  /** The largest step from one sample to the next, of sound between −1 and 1. */
  steepest: number;
  /** The longest time without sound, in seconds. */
  silence: number;
}

/** Watches a video from its first to its last frame, as a person would who looks for seams. */
answer<{ path: string; seconds: number }, WhatWasSeen>(async ({ path, seconds }) => {
  let frames = 0;
  let black = 0;
  {
    await using opened = await openVideo(path);
    for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
      frames += 1;
      const [luma, stride] = [frame.data?.[0], frame.linesize[0] ?? 0];
      const line = luma?.subarray(
        Math.floor(frame.height / 4) * stride,
        Math.floor(frame.height / 4) * stride + frame.width,
      );
      if (!line?.some((brightness) => brightness > 40)) black += 1;
    }
  }
  return { frames, black, ...(await listen(path, seconds)) };
});

async function listen(path: string, seconds: number): Promise<Pick<WhatWasSeen, 'steepest' | 'silence'>> {
  await using opened = await openVideo(path);
  if (opened.audio === null) return { steepest: 0, silence: seconds };
  const { left } = await readPcm(opened.format, opened.audio, Math.round(seconds * SAMPLE_RATE));
  let [steepest, quiet, longest] = [0, 0, 0];
  for (let at = 1; at < left.length; at += 1) {
    const [before, now] = [left[at - 1] ?? 0, left[at] ?? 0];
    steepest = Math.max(steepest, Math.abs(now - before));
    quiet = Math.abs(now) < 0.01 ? quiet + 1 : 0;
    longest = Math.max(longest, quiet);
  }
  return { steepest, silence: longest / SAMPLE_RATE };
}
