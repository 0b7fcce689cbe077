import type { AspectRatio, ClipOptions, Resolution, ShotOrder, Sound, StoredFile } from '../requests/index.ts';
import { splitLength } from './split-length.ts';
import type { EngineLimits } from './video-engine.ts';

/** What a clip is made with where nobody asked for anything else. */
export interface ClipDefaults {
  aspect: AspectRatio;
  seconds: number;
  resolution: Resolution;
  framesPerSecond: number;
  sound: Sound;
}

export const CLIP_DEFAULTS: ClipDefaults = {
  aspect: { width: 16, height: 9 },
  seconds: 5,
  resolution: 720,
  framesPerSecond: 24,
  sound: 'ambience',
};

/** Where the order differs from what was asked, with both sides; the sentences are in `wording`. */
export type FitChange =
  | { option: 'aspect'; asked: AspectRatio; given: AspectRatio }
  | { option: 'seconds'; asked: number; given: number }
  | { option: 'resolution'; asked: Resolution; given: Resolution }
  | { option: 'sound'; asked: Sound; given: Sound }
  /** More shots than one, since the engine makes none that is long enough. */
  | { option: 'shots'; count: number; longest: number }
  /** Whether it ends with the picture that it begins with, so that it plays round; the engine may not be told how to end. */
  | { option: 'loop'; given: boolean }
  /** Told in a language that the engine does not know, of those that it knows (ISO 639-1). */
  | { option: 'language'; asked: string; known: readonly string[] }
  /** Told in another language than it was written in, since the engine does not know that one (ISO 639-1). */
  | { option: 'translation'; asked: string; given: string }
  /** Another engine than is usual, which can make it. */
  | { option: 'engine'; asked: string; given: string };

/** Why an engine cannot make it at all. */
export type CannotFit =
  | { reason: 'no-pictures' }
  /** The engine's own limits leave nothing to choose from: a fault of its configuration. */
  | { reason: 'nothing-offered'; option: 'aspect' | 'seconds' | 'resolution' | 'framesPerSecond' | 'sound' };

export type Fit =
  /** What each shot has in common, and how long each is; `order` is as long as the first. */
  | { outcome: 'fits'; order: ShotOrder; lengths: number[]; changes: FitChange[] }
  | { outcome: 'impossible'; reasons: CannotFit[] };

export interface ToFit {
  prompt: string;
  options: ClipOptions;
  picture: StoredFile | null;
  /** Taken where the requester gave none. 0 to 2^31 − 1. */
  seed: number;
}

/**
 * Fits what was asked to what an engine makes: the nearest length, in as many shots as it takes, and the nearest shape,
 * resolution and sound. Only what the requester asked for counts as changed; a default gives way in silence. Pure.
 */
export function fitToEngine(asked: ToFit, limits: EngineLimits, defaults: ClipDefaults = CLIP_DEFAULTS): Fit {
  const { prompt, options, picture } = asked;
  const wanted = { ...defaults, ...options };
  const aspect = limits.aspects === 'any' ? wanted.aspect : nearestShape(wanted.aspect, limits.aspects);
  const lengths = splitLength(wanted.seconds, limits.seconds);
  const [seconds = null] = lengths ?? [];
  const resolution = nearest(wanted.resolution, limits.resolutions);
  const framesPerSecond = nearest(wanted.framesPerSecond, limits.framesPerSecond);
  const sound = limits.sounds.includes(wanted.sound) ? wanted.sound : quietest(limits.sounds);

  const reasons: CannotFit[] = picture && !limits.picture ? [{ reason: 'no-pictures' }] : [];
  const given = { aspect, seconds, resolution, framesPerSecond, sound };
  for (const option of ['aspect', 'seconds', 'resolution', 'framesPerSecond', 'sound'] as const) {
    if (given[option] === null) reasons.push({ reason: 'nothing-offered', option });
  }
  if (
    !aspect ||
    lengths === null ||
    seconds === null ||
    !resolution ||
    !framesPerSecond ||
    !sound ||
    reasons.length > 0
  ) {
    return { outcome: 'impossible', reasons };
  }
  const order: ShotOrder = {
    ...{ prompt, aspect, seconds, resolution, framesPerSecond, sound, picture },
    style: options.style ?? null,
    seed: options.seed ?? asked.seed,
  };
  return { outcome: 'fits', order, lengths, changes: changesBetween(options, order) };
}

function changesBetween(options: ClipOptions, order: ShotOrder): FitChange[] {
  const { aspect, resolution, sound } = options;
  const changes: FitChange[] = [];
  if (aspect && stretchBetween(aspect, order.aspect) > 1e-9)
    changes.push({ option: 'aspect', asked: aspect, given: order.aspect });
  if (resolution && resolution !== order.resolution)
    changes.push({ option: 'resolution', asked: resolution, given: order.resolution });
  if (sound && sound !== order.sound) changes.push({ option: 'sound', asked: sound, given: order.sound });
  return changes;
}

/** Of two as near, the first listed. */
function nearest<Value extends number>(wanted: number, offered: readonly Value[]): Value | null {
  return leastBy(offered, (each) => Math.abs(each - wanted));
}

function nearestShape(wanted: AspectRatio, offered: readonly AspectRatio[]): AspectRatio | null {
  return leastBy(offered, (each) => stretchBetween(each, wanted));
}

/** How far one shape must be stretched to become the other: the same for 16:9 from 1:1 as for 1:1 from 16:9. */
function stretchBetween(one: AspectRatio, other: AspectRatio): number {
  return Math.abs(Math.log((one.width / one.height) * (other.height / other.width)));
}

/** A sound nobody asked for is worse than one that is missing. */
function quietest(offered: readonly Sound[]): Sound | null {
  return (['none', 'ambience', 'narration'] as const).find((sound) => offered.includes(sound)) ?? null;
}

function leastBy<Value>(values: readonly Value[], measure: (value: Value) => number): Value | null {
  return values.reduce<Value | null>(
    (best, each) => (best !== null && measure(best) <= measure(each) ? best : each),
    null,
  );
}
