import { answer } from '../contained-task.ts';
import { readCredentials } from '../credentials/read-credentials.ts';
import type { Examination } from '../media-tools.ts';
import { type AskedHashes, askedHashes } from '../recognition/asked-hashes.ts';
import { decodeStream } from '../video/decode-stream.ts';
import { openVideo } from '../video/open-video.ts';
import { toRgb } from '../video/to-rgb.ts';

export interface ExamineInput {
  path: string;
  /** The certificates by which we sign (PEM); null where nothing is signed. */
  chain: string | null;
}

/** Only so much of it is looked at, however long it is: seconds of it, and of ours. */
const LONGEST_SECONDS = 120;
const LONGEST_LOOK_MS = 20_000;

/** About so many frames. */
const FRAMES = 24;
const LEAST_BETWEEN_SECONDS = 0.25;
const LONG_SIDE = 256;

answer<ExamineInput, Examination>(async ({ path, chain }) => {
  const frames = await lookAt(path);
  return {
    frames: frames.map(({ plain }) => plain),
    cutFrames: frames.map(({ cut }) => cut),
    credentials: await readCredentials(path, chain),
  };
});

async function lookAt(path: string): Promise<AskedHashes[]> {
  await using opened = await openVideo(path);
  const { format, video } = opened;
  const sample = video.codecpar.sampleAspectRatio;
  const pixelAspect = sample.num > 0 && sample.den > 0 ? sample.toDouble() : 1;
  const told = Number(format.duration) / 1e6;
  const seconds = Math.min(LONGEST_SECONDS, told > 0 ? told : LONGEST_SECONDS);
  const between = Math.max(LEAST_BETWEEN_SECONDS, seconds / FRAMES);
  const until = performance.now() + LONGEST_LOOK_MS;
  const frames: AskedHashes[] = [];
  let next = between / 2;
  let first: number | null = null;
  for await (const frame of decodeStream(format, video, { broken: 0, endedEarly: false })) {
    const at: number = Number(frame.pts) * video.timeBase.toDouble();
    first ??= at;
    if (at - first > LONGEST_SECONDS || performance.now() > until || frames.length > 2 * FRAMES) break;
    if (at - first < next) continue;
    next += between;
    frames.push(await askedHashes(await toRgb(frame, pixelAspect, LONG_SIDE)));
  }
  return frames;
}
