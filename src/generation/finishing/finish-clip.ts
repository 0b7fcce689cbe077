import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Cue, Fitting, JoinPart, MediaTools, MediaWork, Stills, VideoFacts } from '../../media/media-tools.ts';
import type { AspectRatio, Clip, Locale, ShotOrder, Sound, StoredFile, Translation } from '../../requests/index.ts';
import { frameSize } from '../frame-size.ts';
import { CROSSFADE_SECONDS } from '../plan-clip.ts';
import type { SoundBed } from '../sound-bed.ts';
import type { Speech } from '../speech/speech.ts';
import type { EngineLimits } from '../video-engine.ts';
import { altText } from './alt-text.ts';
import { caption } from './caption.ts';
import { checkShotFile, type ShotProblem } from './check-shot-file.ts';
import { dressFor } from './dress-file.ts';
import { giveSound, type SoundWish } from './give-sound.ts';
import { hasShape } from './has-shape.ts';
import { languageOf } from './language-of.ts';
import { makeRenditions, type RenditionSource } from './make-renditions.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { webVtt } from './web-vtt.ts';

export interface ToFinish {
  /** In the order in which they are shown; at least one. */
  shots: readonly { order: ShotOrder; file: StoredFile }[];
  /** What was approved; the shots' own prompts may say more. */
  prompt: string;
  /** The shape that was asked for, where one was; the engine may not make it. */
  aspect: AspectRatio | null;
  /** The sound that was asked for; undefined where nothing was. */
  sound: Sound | undefined;
  locale: Locale;
  /** The id of the engine that made the shots. */
  engine: string;
  /** What that was told in the place of the prompt; null where it was told that. */
  translation: Translation | null;
  /** How exact that engine is. */
  tolerance: EngineLimits['tolerance'];
}

export interface FinishingDependencies {
  files: FileStore;
  media: MediaTools;
  /** Voices for narration, tried in this order. */
  voices: readonly Speech[];
  bed: SoundBed;
  /** The platforms that the clip is to be sent to, by id. */
  renditionLimits: Readonly<Record<string, RenditionLimits>>;
}

export type InvalidReason =
  /** A shot's file is not what was ordered; counted from 0. */
  ({ shot: number } & ShotProblem) | { shot: null; problem: 'cannot-fit'; platform: string; message: string };

export type FinishOutcome =
  /** `frameHashes`: what its frames are to be known again by. */
  { outcome: 'finished'; clip: Clip; frameHashes: readonly string[] } | { outcome: 'invalid'; reason: InvalidReason };

/**
 * Makes a clip of its shots: holds each against its order, joins them in the shape that was asked for, draws a poster and a contact sheet, fits it to
 * each platform and writes what is said with it. The same shots give the same files, so that running it again after a
 * crash changes nothing. Throws only the `AdapterError`s of its ports.
 */
export async function finishClip(
  toFinish: ToFinish,
  { renditionLimits, ...rest }: FinishingDependencies,
  work?: MediaWork,
): Promise<FinishOutcome> {
  await using scratch = createScratch(rest.files);
  const tools = { ...rest, scratch };
  const checked = await checkShots(toFinish, tools, work);
  if (checked.outcome === 'invalid') return checked;
  const silent = await makeMaster(checked.shots, toFinish, tools, work);
  // Neither waits for the other: a sound is composed on one core, and a machine has more.
  const [drawn, played] = await together(
    drawStills(silent, tools, work),
    makePlayed(silent, toFinish, tools, renditionLimits, work),
  );
  if (played.outcome === 'invalid') return played;
  const { frameHashes, ...stills } = drawn;
  return { outcome: 'finished', clip: { ...played.clip, ...stills }, frameHashes };
}

/** Two pieces of work at the same time; where one fails, the other has let go of its files before that is told. */
async function together<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

type Played =
  | { outcome: 'made'; clip: Omit<Clip, 'poster' | 'contactSheet' | 'blurhash'> }
  | Extract<FinishOutcome, { outcome: 'invalid' }>;

/** The clip as it is played, with its sound and what is said with it, in a file for each platform. */
async function makePlayed(
  silent: RenditionSource,
  toFinish: ToFinish,
  tools: Tools,
  renditionLimits: FinishingDependencies['renditionLimits'],
  work?: MediaWork,
): Promise<Played> {
  const { master, sound, cues } = await giveSound(silent, soundWish(toFinish), tools, work);
  const narration = await writeNarration(cues, tools);
  const words = wordsWith(toFinish, master, sound);
  const { engine, translation } = toFinish;
  const origin = { engine, promptHash: createHash('sha256').update(toFinish.prompt).digest('hex') };
  const dress = dressFor({ ...words, ...narration, ...origin });
  const fitted = await makeRenditions(master, renditionLimits, dress, tools, work);
  if (fitted.outcome === 'cannot-fit') {
    const { platform, message } = fitted;
    return { outcome: 'invalid', reason: { shot: null, problem: 'cannot-fit', platform, message } };
  }
  const { renditions } = fitted;
  return {
    outcome: 'made',
    clip: { ...describe(master), ...origin, ...(translation && { translation }), ...words, ...narration, renditions },
  };
}

interface Tools {
  files: FileStore;
  media: MediaTools;
  voices: readonly Speech[];
  bed: SoundBed;
  scratch: Scratch;
}

/** `holds`: seconds of shots before it that lie in its file too. */
type CheckedShot = RenditionSource & { order: ShotOrder; holds?: number };

async function checkShots(
  { shots, tolerance }: ToFinish,
  { files, media }: Tools,
  work?: MediaWork,
): Promise<{ outcome: 'whole'; shots: CheckedShot[] } | Extract<FinishOutcome, { outcome: 'invalid' }>> {
  if (shots.length === 0) throw new Error('A clip needs a shot');
  const checked: CheckedShot[] = [];
  for (const [shot, { order, file }] of shots.entries()) {
    const path = await files.localPath(file);
    const probed = await media.probe(path, work);
    const lengths = lengthsOf(order, checked);
    const problem = checkShotFile(order, probed, tolerance, lengths);
    if (problem !== null) return { outcome: 'invalid', reason: { shot, ...problem } };
    if (probed.outcome === 'video') keepShot(checked, { order, file, path, facts: probed.facts }, lengths);
  }
  return { outcome: 'whole', shots: checked };
}

/** As long as it is by itself; one that the engine went on to, also with what is before it. */
function lengthsOf({ seconds, extends: source }: ShotOrder, before: readonly CheckedShot[]): [number, ...number[]] {
  const lengths: [number, ...number[]] = [seconds];
  let whole = seconds;
  for (const shot of before.toReversed()) {
    whole += lengthOf(shot);
    if (whole - seconds > (source?.seconds ?? 0) + 0.01) break;
    lengths.push(whole);
  }
  return lengths;
}

/** What an engine went on from lies in the file of what followed too: that file stands for both. */
function keepShot(checked: CheckedShot[], shot: CheckedShot, lengths: readonly number[]): void {
  const off = lengths.map((seconds) => Math.abs(seconds - shot.facts.seconds));
  const holds = off.indexOf(Math.min(...off));
  const [first] = holds === 0 ? [] : checked.splice(-holds);
  if (first === undefined) {
    checked.push(shot);
    return;
  }
  const { begins: _own, ...order } = shot.order;
  const { begins } = first.order;
  checked.push({
    ...shot,
    holds: (lengths[holds] ?? 0) - order.seconds,
    order: { ...order, ...(begins && { begins }) },
  });
}

/** In seconds, with what lies before it in its file. */
function lengthOf({ order, holds = 0 }: CheckedShot): number {
  return order.seconds + holds;
}

/** A single shot of the right shape is the clip, byte for byte: nothing is gained by encoding it again. */
async function makeMaster(
  shots: readonly CheckedShot[],
  { aspect, tolerance }: Pick<ToFinish, 'aspect' | 'tolerance'>,
  { files, media, scratch }: Tools,
  work?: MediaWork,
): Promise<RenditionSource> {
  const [first] = shots;
  if (first === undefined) throw new Error('A clip needs a shot');
  const { framesPerSecond, resolution } = first.order;
  const frame = frameSize(aspect ?? first.order.aspect, resolution);
  if (shots.length === 1 && hasShape(first.facts, frame, tolerance.sides)) return first;
  const path = await scratch.path('.mp4');
  const parts: JoinPart[] = [];
  for (const [place, shot] of shots.entries()) {
    const fitting: Fitting = hasShape(shot.facts, frame, tolerance.sides)
      ? { how: 'whole' }
      : await media.chooseFitting(shot.path, shot.facts, frame, work);
    const frames = framesOf(shot.facts, framesPerSecond);
    parts.push({ path: shot.path, frames, melting: meltingInto(shots[place - 1], shot, framesPerSecond), fitting });
  }
  const sound = shots.some(({ facts }) => facts.audioCodec !== null);
  await media.join({ parts, ...frame, framesPerSecond, sound }, path, work);
  const joined = await media.probe(path, work);
  if (joined.outcome === 'not-a-video') throw new Error(`The joined clip is no video: ${joined.reason}`);
  const file = await files.putFile(path, 'video/mp4');
  return { file, path: await files.localPath(file), facts: joined.facts };
}

/** How many frames of a shot melt into the one before: never more than half of either. */
function meltingInto(before: CheckedShot | undefined, shot: CheckedShot, framesPerSecond: number): number {
  if (before === undefined || shot.order.begins !== 'crossfade') return 0;
  const half = (each: CheckedShot) => Math.floor(framesOf(each.facts, framesPerSecond) / 2);
  return Math.min(Math.round(CROSSFADE_SECONDS * framesPerSecond), half(before), half(shot));
}

/** Every frame of a shot that has the clip's rate; of another, as many as its length asks for. */
function framesOf(facts: VideoFacts, framesPerSecond: number): number {
  if (Math.abs(facts.framesPerSecond - framesPerSecond) < 0.01) return facts.frames;
  return Math.max(1, Math.round(facts.seconds * framesPerSecond));
}

async function drawStills(
  master: RenditionSource,
  { files, media, scratch }: Tools,
  work?: MediaWork,
): Promise<Pick<Clip, 'poster' | 'contactSheet' | 'blurhash'> & Pick<Stills, 'frameHashes'>> {
  const to = { poster: await scratch.path('.webp'), contactSheet: await scratch.path('.webp') };
  const drawn = await media.drawStills(master.path, master.facts, to, work);
  return {
    ...drawn,
    poster: await files.putFile(to.poster, 'image/webp'),
    contactSheet: await files.putFile(to.contactSheet, 'image/webp'),
  };
}

function soundWish({ sound, shots, prompt }: ToFinish): SoundWish {
  const orders = shots.map(({ order }) => order);
  const [first] = orders;
  return {
    asked: sound,
    brought: orders.find((order) => order.sound !== 'none')?.sound ?? 'none',
    prompt,
    style: first?.style ?? null,
    seed: first?.seed ?? 0,
  };
}

async function writeNarration(cues: readonly Cue[], { files, scratch }: Tools): Promise<Pick<Clip, 'narration'>> {
  if (cues.length === 0) return {};
  const path = await scratch.path('.vtt');
  await writeFile(path, webVtt(cues));
  const subtitles = await files.putFile(path, 'text/vtt');
  return { narration: { language: languageOf(cues), cues: [...cues], subtitles } };
}

function wordsWith(
  { prompt, locale, engine }: ToFinish,
  { facts }: RenditionSource,
  sound: Sound,
): Pick<Clip, 'caption' | 'altText'> {
  const { height, seconds } = facts;
  const width = Math.round(facts.width * facts.pixelAspect);
  return { caption: caption(prompt), altText: altText({ prompt, locale, engine, width, height, seconds, sound }) };
}

function describe({
  file,
  facts,
}: RenditionSource): Pick<Clip, 'master' | 'width' | 'height' | 'seconds' | 'framesPerSecond' | 'look'> {
  const { seconds, framesPerSecond, height, look } = facts;
  const width = Math.round(facts.width * facts.pixelAspect);
  return { master: file, width, height, seconds, framesPerSecond, look };
}
