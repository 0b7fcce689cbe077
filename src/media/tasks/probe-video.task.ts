import { stat } from 'node:fs/promises';
import type { AVPixelFormat } from 'node-av/constants';
import { avGetCodecName, avGetPixFmtName, type Frame } from 'node-av/lib';
import { answer, TaskError } from '../contained-task.ts';
import type { VideoFacts } from '../media-tools.ts';
import { type Damage, decodeStream } from '../video/decode-stream.ts';
import { createLook } from '../video/look-at.ts';
import { readMp4Layout } from '../video/mp4-layout.ts';
import { type OpenVideo, openVideo } from '../video/open-video.ts';

export interface ProbeInput {
  path: string;
}

answer<ProbeInput, VideoFacts>(async ({ path }, onProgress) => {
  // First, so that a file that is not there is told from one that is no video.
  const { size: bytes } = await stat(path);
  await using opened = await openVideo(path);
  const { video, audio } = opened;
  const { indexFirst, cutOff } = await readMp4Layout(path);
  const seen = await watch(opened, cutOff, onProgress);
  const sample = video.codecpar.sampleAspectRatio;
  return {
    bytes,
    container: containerName(opened.format.iformat?.name ?? ''),
    indexFirst,
    videoCodec: avGetCodecName(video.codecpar.codecId) ?? 'unknown',
    pixelFormat: avGetPixFmtName(video.codecpar.format as AVPixelFormat) ?? 'unknown',
    audioCodec: audio === null ? null : (avGetCodecName(audio.codecpar.codecId) ?? 'unknown'),
    width: video.codecpar.width,
    height: video.codecpar.height,
    pixelAspect: sample.num > 0 && sample.den > 0 ? sample.toDouble() : 1,
    ...seen,
  };
});

type Seen = Pick<VideoFacts, 'frames' | 'seconds' | 'framesPerSecond' | 'damage' | 'look'>;

/** Decodes it from end to end. */
async function watch(
  { format, video }: OpenVideo,
  cutOff: boolean,
  onProgress: (progress: number) => void,
): Promise<Seen> {
  const damage: Damage = { broken: 0, endedEarly: false };
  const promised = Number(video.nbFrames);
  const times = createTimes();
  const look = createLook();
  try {
    for await (const frame of decodeStream(format, video, damage)) {
      times.add(frame);
      await look.see(frame);
      if (promised > 0 && times.count % 24 === 0) onProgress(Math.min(1, times.count / promised));
    }
  } finally {
    look.close();
  }
  if (times.count === 0) throw new TaskError('not-a-video', 'Not one frame of it can be decoded');
  const rate = video.avgFrameRate;
  const tick = video.timeBase.toDouble();
  const claimed = rate.num > 0 && rate.den > 0 ? rate.toDouble() : 0;
  const seconds = times.span() * tick || (claimed > 0 ? times.count / claimed : 0);
  const measured = times.count / seconds;
  // The rate as claimed is exact (30000/1001), unless the frames say otherwise.
  const framesPerSecond = Math.abs(claimed - measured) < 0.02 * measured ? claimed : measured;
  return {
    frames: times.count,
    seconds,
    framesPerSecond,
    damage: describe(damage, cutOff, times.count, promised),
    look: look.look(),
  };
}

/** Follows when frames are shown, in ticks. */
function createTimes() {
  let first: number | null = null;
  let last = 0;
  let before = 0;
  let lastDuration = 0;
  return {
    count: 0,
    add(frame: Frame) {
      before = last;
      last = Number(frame.bestEffortTimestamp);
      first ??= last;
      lastDuration = Number(frame.duration);
      this.count += 1;
    },
    /** To the end of the last frame; where that does not say how long it is, as long as the one before. */
    span(): number {
      return last - (first ?? 0) + (lastDuration > 0 ? lastDuration : last - before);
    },
  };
}

function describe(damage: Damage, cutOff: boolean, frames: number, promised: number): string | null {
  // Fewer frames than promised prove nothing alone: an edit list may hide some.
  if (cutOff) return promised > frames ? `ends after ${frames} of ${promised} frames` : 'ends in the middle';
  if (damage.broken > 0) return `${damage.broken} broken places`;
  return damage.endedEarly ? 'ends in the middle' : null;
}

/** FFmpeg names a family of containers that it cannot tell apart. */
function containerName(family: string): string {
  if (family.includes('mp4')) return 'mp4';
  return family.includes('webm') ? 'webm' : (family.split(',')[0] ?? family);
}
