import { avGetCodecName } from 'node-av/lib';
import { answer } from '../../../../src/media/contained-task.ts';
import { type Loudness, measureLoudness } from '../../../../src/media/sound/loudness.ts';
import { SAMPLE_RATE } from '../../../../src/media/video/encode-audio.ts';
import { openVideo } from '../../../../src/media/video/open-video.ts';
import { readPcm } from '../../../../src/media/video/pcm.ts';

export interface WhatIsHeard extends Loudness {
  /** Root mean square in each tenth of a second. */
  levels: number[];
  /** The codecs of all streams in order. */
  streams: string[];
  tags: Record<string, string>;
}

answer<{ path: string; seconds: number }, WhatIsHeard>(async ({ path, seconds }) => {
  await using opened = await openVideo(path);
  const streams = opened.format.streams.map(({ codecpar }) => avGetCodecName(codecpar.codecId) ?? '');
  const tags = opened.format.metadata?.getAll() ?? {};
  if (opened.audio === null) return { integrated: -70, truePeak: -120, levels: [], streams, tags };
  const pcm = await readPcm(opened.format, opened.audio, Math.round(seconds * SAMPLE_RATE));
  const window = SAMPLE_RATE / 10;
  const levels = Array.from({ length: Math.floor(pcm.left.length / window) }, (_, index) => {
    const part = pcm.left.subarray(index * window, (index + 1) * window);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / window);
  });
  return { ...(await measureLoudness(pcm)), levels, streams, tags };
});
