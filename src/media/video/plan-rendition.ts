import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { RenditionOutcome, VideoFacts } from '../media-tools.ts';
import { BUFFER_SECONDS } from './encode-video.ts';
import { type FrameRate, perSecond, toFrameRate } from './frame-rate.ts';

/** One way to encode; those that come later are smaller. */
export interface RenditionTry {
  width: number;
  height: number;
  maxBitRate: number;
  audioBitRate: number | null;
}

export type RenditionPlan =
  | { plan: 'as-is' }
  /** `reshaped`: the platform does not take its shape. */
  | { plan: 'encode'; rate: FrameRate; frames: number; tries: RenditionTry[]; reshaped: boolean }
  | { plan: 'cannot-fit'; outcome: Extract<RenditionOutcome, { outcome: 'cannot-fit' }> };

/** Below this x264 shows blocks rather than a picture, in bits per pixel. */
const MIN_BITS_PER_PIXEL = 0.02;

/** Shorter than this on the shorter side nobody can see what happens. */
const MIN_SHORT_SIDE = 120;

/** Bytes that the container needs: the index takes about 25 bytes per frame of picture and of sound. */
const CONTAINER_BYTES = { fixed: 4096, perFrame: 25, perSecondOfSound: 1200 };

/** Platforms turn 3.01:1 away where 3:1 is the most: no more than what dividing leaves over. */
const SLACK = 1 + 1e-9;

/** How much of the allowed size each try aims at. */
const SHARES = [0.97, 0.75, 0.5];

/** Works out how a video can become what a platform takes; `marked`: not as it is, since something is drawn into it. */
export function planRendition(facts: VideoFacts, limits: RenditionLimits, marked = false): RenditionPlan {
  const length = lengthProblem(facts, limits);
  if (length !== null) return { plan: 'cannot-fit', outcome: length };
  if (!marked && fitsAsIs(facts, limits)) return { plan: 'as-is' };
  const rate = rateWithin(facts.framesPerSecond, limits.maxFramesPerSecond);
  const frames = Math.max(1, Math.round(facts.seconds * perSecond(rate)));
  const tries = SHARES.map((share) => planTry(facts, limits, rate, frames, share)).filter((found) => found !== null);
  const reshaped = stretchOf(facts) > limits.maxStretch * SLACK;
  if (tries.length > 0) return { plan: 'encode', rate, frames, tries, reshaped };
  const message = `${facts.seconds.toFixed(1)} s cannot be shown in ${limits.maxBytes} bytes`;
  return { plan: 'cannot-fit', outcome: { outcome: 'cannot-fit', reason: 'too-large', message } };
}

function lengthProblem({ seconds }: VideoFacts, limits: RenditionLimits) {
  // Half a frame of rounding is no reason to turn a clip away.
  const slack = 0.02;
  const problem = (reason: 'too-long' | 'too-short', bound: number) => {
    const message = `It is ${seconds.toFixed(2)} s, and ${bound} s is the ${reason === 'too-long' ? 'most' : 'least'}`;
    return { outcome: 'cannot-fit' as const, reason, message };
  };
  if (seconds > limits.maxSeconds + slack) return problem('too-long', limits.maxSeconds);
  if (seconds < limits.minSeconds - slack) return problem('too-short', limits.minSeconds);
  return null;
}

function fitsAsIs(facts: VideoFacts, limits: RenditionLimits): boolean {
  const [short, long] = sides(facts.width, facts.height);
  return (
    facts.damage === null &&
    facts.bytes <= limits.maxBytes &&
    long <= limits.maxLongSide &&
    short <= limits.maxShortSide &&
    stretchOf(facts) <= limits.maxStretch * SLACK &&
    facts.framesPerSecond <= limits.maxFramesPerSecond + 0.01 &&
    facts.container === 'mp4' &&
    facts.indexFirst &&
    facts.videoCodec === 'h264' &&
    facts.pixelFormat === 'yuv420p' &&
    facts.pixelAspect === 1 &&
    (facts.audioCodec === null || facts.audioCodec === 'aac')
  );
}

/** The rate itself, or a whole part of it, so that no frame is shown longer than another. */
function rateWithin(framesPerSecond: number, max: number): FrameRate {
  const parts = Math.max(1, Math.ceil(framesPerSecond / max - 0.001));
  const { num, den } = toFrameRate(framesPerSecond);
  return { num, den: den * parts };
}

function planTry(
  facts: VideoFacts,
  limits: RenditionLimits,
  rate: FrameRate,
  frames: number,
  share: number,
): RenditionTry | null {
  const sound = facts.audioCodec !== null;
  const overhead =
    CONTAINER_BYTES.fixed +
    CONTAINER_BYTES.perFrame * frames +
    (sound ? CONTAINER_BYTES.perSecondOfSound * facts.seconds : 0);
  const bits = (limits.maxBytes * share - overhead) * 8;
  const audioBitRate = sound ? clamp(Math.round((bits / facts.seconds) * 0.12), 32_000, 128_000) : null;
  const maxBitRate = Math.floor((bits - (audioBitRate ?? 0) * facts.seconds) / (facts.seconds + BUFFER_SECONDS));
  const enough = ({ width, height }: { width: number; height: number }) =>
    maxBitRate / (width * height * perSecond(rate)) >= MIN_BITS_PER_PIXEL;
  // What is small already may stay so; only our own shrinking has a floor.
  for (let size = within(facts, limits, 1), shrink = 1; ; ) {
    if (enough(size)) return { ...size, maxBitRate, audioBitRate };
    shrink *= 0.8;
    size = within(facts, limits, shrink);
    if (Math.min(size.width, size.height) < MIN_SHORT_SIDE) return null;
  }
}

/**
 * The size as it is seen, with square pixels, within the limits and never larger than it is. Both sides are even, as
 * yuv420p wants it; the longer follows the shorter, so that rounding changes the shape by less than a pixel.
 */
function within(facts: VideoFacts, limits: RenditionLimits, shrink: number): { width: number; height: number } {
  const seen = { width: facts.width * facts.pixelAspect, height: facts.height };
  const [narrow, long] = sides(seen.width, seen.height);
  // What is too flat gets a higher frame; whether it fills that or stands before a ground is `chooseFitting`'s.
  const short = stretchOf(facts) > limits.maxStretch * SLACK ? long / limits.maxStretch : narrow;
  const scale = Math.min(1, limits.maxLongSide / long, limits.maxShortSide / short) * shrink;
  const newShort = Math.max(2, 2 * Math.floor((short * scale) / 2 + 0.001));
  const most = Math.min(limits.maxLongSide, newShort * limits.maxStretch * SLACK);
  const newLong = Math.min(2 * Math.round((newShort * long) / short / 2), 2 * Math.floor(most / 2));
  return seen.width >= seen.height ? { width: newLong, height: newShort } : { width: newShort, height: newLong };
}

/** The longer side by the shorter, as it is seen. */
function stretchOf({ width, height, pixelAspect }: VideoFacts): number {
  const [short, long] = sides(width * pixelAspect, height);
  return long / short;
}

function sides(width: number, height: number): [short: number, long: number] {
  return [Math.min(width, height), Math.max(width, height)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
