import type { AspectRatio, ClipOptions, Resolution, ShotOrder, Sound, StoredFile } from '../requests/index.ts';
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
  | { option: 'sound'; asked: Sound; given: Sound };

/** Why an engine cannot make it at all. */
export type CannotFit =
  | { reason: 'no-pictures' }
  /** The engine's own limits leave nothing to choose from: a fault of its configuration. */
  | { reason: 'nothing-offered'; option: 'aspect' | 'seconds' | 'resolution' | 'framesPerSecond' | 'sound' };

export type Fit =
  | { outcome: 'fits'; order: ShotOrder; changes: FitChange[] }
  | { outcome: 'impossible'; reasons: CannotFit[] };

export interface ToFit {
  prompt: string;
  options: ClipOptions;
  picture: StoredFile | null;
  /** Taken where the requester gave none. 0 to 2^31 − 1. */
  seed: number;
}

/**
 * Fits what was asked to what an engine makes: the nearest length, shape, resolution and sound. Only what the
 * requester asked for counts as changed; a default gives way in silence. Pure, and one shot for now.
 */
export function fitToEngine(asked: ToFit, limits: EngineLimits, defaults: ClipDefaults = CLIP_DEFAULTS): Fit {
  const { prompt, options, picture } = asked;
  const wanted = { ...defaults, ...options };
  const aspect = limits.aspects === 'any' ? wanted.aspect : nearestShape(wanted.aspect, limits.aspects);
  const seconds = nearestLength(wanted.seconds, limits.seconds);
  const resolution = nearest(wanted.resolution, limits.resolutions);
  const framesPerSecond = nearest(wanted.framesPerSecond, limits.framesPerSecond);
  const sound = limits.sounds.includes(wanted.sound) ? wanted.sound : quietest(limits.sounds);

  const reasons: CannotFit[] = picture && !limits.picture ? [{ reason: 'no-pictures' }] : [];
  const given = { aspect, seconds, resolution, framesPerSecond, sound };
  for (const option of ['aspect', 'seconds', 'resolution', 'framesPerSecond', 'sound'] as const) {
    if (given[option] === null) reasons.push({ reason: 'nothing-offered', option });
  }
  if (!aspect || seconds === null || !resolution || !framesPerSecond || !sound || reasons.length > 0) {
    return { outcome: 'impossible', reasons };
  }
  const order: ShotOrder = {
    ...{ prompt, aspect, seconds, resolution, framesPerSecond, sound, picture },
    style: options.style ?? null,
    seed: options.seed ?? asked.seed,
  };
  return { outcome: 'fits', order, changes: changesBetween(options, order) };
}

/** What a shot costs in US dollars at the engine's price per second; 0 for engines that cost nothing. */
export function estimateCost(order: Pick<ShotOrder, 'seconds'>, limits: Pick<EngineLimits, 'pricePerSecond'>): number {
  return order.seconds * limits.pricePerSecond;
}

function changesBetween(options: ClipOptions, order: ShotOrder): FitChange[] {
  const { aspect, seconds, resolution, sound } = options;
  const changes: FitChange[] = [];
  if (aspect && stretchBetween(aspect, order.aspect) > 1e-9)
    changes.push({ option: 'aspect', asked: aspect, given: order.aspect });
  if (seconds !== undefined && seconds !== order.seconds)
    changes.push({ option: 'seconds', asked: seconds, given: order.seconds });
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

/** The nearest multiple of the step between the shortest and the longest; null where there is none. */
function nearestLength(wanted: number, { min, max, step }: EngineLimits['seconds']): number | null {
  if (!(min <= max) || max <= 0) return null;
  const bounded = Math.min(max, Math.max(min, wanted));
  if (step <= 0) return bounded;
  // Room for steps like 0.1, whose multiples are not exact.
  const slack = 1e-9;
  const [fewest, most] = [Math.ceil(min / step - slack), Math.floor(max / step + slack)];
  if (fewest > most) return null;
  const steps = Math.min(most, Math.max(fewest, Math.round(bounded / step)));
  return Math.min(max, Math.max(min, Number((steps * step).toFixed(6))));
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
