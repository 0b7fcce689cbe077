import type { Asked, ClipOptions, ScriptShot, ShotOrder, StoredFile } from '../requests/index.ts';
import { type CannotFit, type Fit, type FitChange, fitToEngine } from './fit-to-engine.ts';
import { shotText } from './script/shot-text.ts';
import { writeScript } from './script/write-script.ts';
import { seedOf } from './seed-of.ts';
import { splitLength } from './split-length.ts';
import type { EngineLimits, VideoEngine } from './video-engine.ts';
import { wantsLoop } from './wants-loop.ts';

/** How long one shot melts into the next, in seconds; the clip is so much shorter than its shots. */
export const CROSSFADE_SECONDS = 0.5;

/** What is to be made: as it was asked, or as a curator approved it. */
export interface ToPlan {
  prompt: string;
  options: ClipOptions;
  /** Absent: the shots are read from the prompt. */
  script?: readonly ScriptShot[];
  /** What it begins with where nothing else was sent to begin with, and its engine takes pictures. */
  still?: StoredFile;
}

export type ClipPlan =
  | {
      outcome: 'fits';
      engine: string;
      /** In the order in which they are made and shown; at least one. */
      shots: ShotOrder[];
      /** The same as a director would note them, each as long as its shot. */
      script: ScriptShot[];
      /** Of the whole clip. */
      seconds: number;
      costUsd: number;
      changes: FitChange[];
    }
  /** Why the first of the engines cannot make it; none of the others can either. */
  | { outcome: 'impossible'; reasons: CannotFit[] };

export type FittingPlan = Extract<ClipPlan, { outcome: 'fits' }>;

type PlannedEngine = Pick<VideoEngine, 'id' | 'limits'>;

/** The usual engine, and those that are asked where it cannot. */
export type PlannedEngines = readonly [PlannedEngine, ...PlannedEngine[]];

/**
 * What would be made of a request: the same before a curator approves it and when its turn comes. By the first of the
 * engines that can.
 */
export function planClip(
  request: Pick<Asked, 'id' | 'picture' | 'goesOn'>,
  toPlan: ToPlan,
  engines: PlannedEngines,
): ClipPlan {
  const [first, ...others] = engines;
  const usual = planAt(request, toPlan, first);
  if (usual.outcome === 'fits') return usual;
  for (const other of others) {
    const plan = planAt(request, toPlan, other);
    const change = { option: 'engine', asked: first.id, given: other.id } as const;
    if (plan.outcome === 'fits') return { ...plan, changes: [change, ...plan.changes] };
  }
  return usual;
}

function planAt(
  { id, picture, goesOn }: Pick<Asked, 'id' | 'picture' | 'goesOn'>,
  toPlan: ToPlan,
  { id: engine, limits }: PlannedEngine,
): ClipPlan {
  const { prompt, options } = toPlan;
  const fit = fitToEngine({ prompt, options, picture, seed: seedOf(id) }, limits);
  if (fit.outcome === 'impossible') return fit;
  const script = toPlan.script?.length ? fitScript(toPlan.script, limits) : writeScript(toPlan, fit.lengths);
  const orders = script.map((shot, index) => orderFor(fit, shot, { index, count: script.length }));
  const begun =
    picture === null ? beginning(orders, { goesOn, still: limits.picture ? toPlan.still : undefined }) : orders;
  const loops = wantsLoop(prompt) && canLoop(begun);
  const shots = loops && limits.lastPicture ? endingAsItBegins(begun) : begun;
  const seconds = secondsOf(shots);
  return {
    outcome: 'fits',
    ...{ engine, shots, script, seconds },
    costUsd: estimateCost(shots, limits),
    changes: [
      ...fit.changes,
      ...changesOfLength(options, shots, { seconds, limits }),
      ...(loops ? [{ option: 'loop', given: limits.lastPicture } as const] : []),
    ],
  };
}

function orderFor(
  { order }: Extract<Fit, { outcome: 'fits' }>,
  shot: ScriptShot,
  place: { index: number; count: number },
): ShotOrder {
  return {
    ...order,
    ...shotText(shot, place, order),
    seconds: shot.seconds,
    // The picture is what the first begins with; what goes on from there has the last picture before it.
    picture: place.index === 0 ? order.picture : null,
    ...(place.index === 0 ? {} : { begins: shot.begins }),
  };
}

/** The first begins with the last picture of the clip that it goes on from, or with a still that was made for it. */
function beginning(
  [first, ...others]: readonly ShotOrder[],
  { goesOn, still }: { goesOn?: true | undefined; still: StoredFile | undefined },
): ShotOrder[] {
  if (first === undefined) return [];
  if (goesOn) return [{ ...first, begins: 'continues' }, ...others];
  return [{ ...first, ...(still && { picture: still }) }, ...others];
}

/** It must begin with a picture that is there already, and its last shot with one too: engines want both ends told. */
function canLoop(shots: readonly ShotOrder[]): boolean {
  return !!shots[0]?.picture && (shots.length === 1 || shots.at(-1)?.begins === 'continues');
}

function endingAsItBegins(shots: readonly ShotOrder[]): ShotOrder[] {
  const ends = shots[0]?.picture;
  return shots.map((shot, place) => (ends && place === shots.length - 1 ? { ...shot, ends } : shot));
}

/** Each shot of a script as long as the engine makes one; one that is too long goes on in a further shot. */
function fitScript(script: readonly ScriptShot[], limits: EngineLimits): ScriptShot[] {
  return script.flatMap((shot) =>
    (splitLength(shot.seconds, limits.seconds) ?? []).map((seconds, part) => ({
      ...shot,
      seconds,
      begins: part === 0 ? shot.begins : 'continues',
    })),
  );
}

/** What shots cost in US dollars at an engine's price per second; 0 for engines that cost nothing. */
export function estimateCost(
  shots: readonly Pick<ShotOrder, 'seconds'>[],
  limits: Pick<EngineLimits, 'pricePerSecond'>,
): number {
  return shots.reduce((sum, { seconds }) => sum + seconds * limits.pricePerSecond, 0);
}

function secondsOf(shots: readonly ShotOrder[]): number {
  const melted = shots.filter(({ begins }) => begins === 'crossfade').length * CROSSFADE_SECONDS;
  return Number((shots.reduce((sum, { seconds }) => sum + seconds, 0) - melted).toFixed(3));
}

function changesOfLength(
  { seconds: asked }: ClipOptions,
  shots: readonly ShotOrder[],
  { seconds, limits }: { seconds: number; limits: EngineLimits },
): FitChange[] {
  return [
    ...(asked === undefined || Math.abs(asked - seconds) < 0.001
      ? []
      : [{ option: 'seconds', asked, given: seconds } as const]),
    ...(shots.length > 1 ? [{ option: 'shots', count: shots.length, longest: limits.seconds.max } as const] : []),
  ];
}
