import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools, MediaWork, VideoFacts } from '../../media/media-tools.ts';
import type { Clip, Locale, ShotOrder, StoredFile } from '../../requests/index.ts';
import { frameSize } from '../frame-size.ts';
import { CROSSFADE_SECONDS } from '../plan-clip.ts';
import type { EngineLimits } from '../video-engine.ts';
import { altText } from './alt-text.ts';
import { caption } from './caption.ts';
import { checkShotFile, type ShotProblem } from './check-shot-file.ts';
import { makeRenditions, type RenditionSource } from './make-renditions.ts';
import { createScratch, type Scratch } from './scratch.ts';

export interface ToFinish {
  /** In the order in which they are shown; at least one. */
  shots: readonly { order: ShotOrder; file: StoredFile }[];
  /** What was approved; the shots' own prompts may say more. */
  prompt: string;
  locale: Locale;
  /** The id of the engine that made the shots. */
  engine: string;
  /** How exact that engine is. */
  tolerance: EngineLimits['tolerance'];
}

export interface FinishingDependencies {
  files: FileStore;
  media: MediaTools;
  /** The platforms that the clip is to be sent to, by id. */
  renditionLimits: Readonly<Record<string, RenditionLimits>>;
}

export type InvalidReason =
  /** A shot's file is not what was ordered; counted from 0. */
  ({ shot: number } & ShotProblem) | { shot: null; problem: 'cannot-fit'; platform: string; message: string };

export type FinishOutcome = { outcome: 'finished'; clip: Clip } | { outcome: 'invalid'; reason: InvalidReason };

/**
 * Makes a clip of its shots: holds each against its order, joins them, draws a poster and a contact sheet, fits it to
 * each platform and writes what is said with it. The same shots give the same files, so that running it again after a
 * crash changes nothing. Throws only the `AdapterError`s of its ports.
 */
export async function finishClip(
  toFinish: ToFinish,
  { files, media, renditionLimits }: FinishingDependencies,
  work?: MediaWork,
): Promise<FinishOutcome> {
  await using scratch = createScratch(files);
  const tools = { files, media, scratch };
  const checked = await checkShots(toFinish, tools, work);
  if (checked.outcome === 'invalid') return checked;
  const master = await makeMaster(checked.shots, tools, work);
  const fitted = await makeRenditions(master, renditionLimits, tools, work);
  if (fitted.outcome === 'cannot-fit') {
    const { platform, message } = fitted;
    return { outcome: 'invalid', reason: { shot: null, problem: 'cannot-fit', platform, message } };
  }
  const stills = await drawStills(master, tools, work);
  return { outcome: 'finished', clip: describe(toFinish, master, { renditions: fitted.renditions, ...stills }) };
}

interface Tools {
  files: FileStore;
  media: MediaTools;
  scratch: Scratch;
}

type CheckedShot = RenditionSource & { order: ShotOrder };

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
    const problem = checkShotFile(order, probed, tolerance);
    if (problem !== null) return { outcome: 'invalid', reason: { shot, ...problem } };
    if (probed.outcome === 'video') checked.push({ order, file, path, facts: probed.facts });
  }
  return { outcome: 'whole', shots: checked };
}

/** A single shot is the clip, byte for byte: nothing is gained by encoding it again. */
async function makeMaster(
  shots: readonly CheckedShot[],
  { files, media, scratch }: Tools,
  work?: MediaWork,
): Promise<RenditionSource> {
  const [first] = shots;
  if (first === undefined) throw new Error('A clip needs a shot');
  if (shots.length === 1) return first;
  const { framesPerSecond } = first.order;
  const path = await scratch.path('.mp4');
  const parts = shots.map((shot, place) => {
    const frames = framesOf(shot.facts, framesPerSecond);
    return { path: shot.path, frames, melting: meltingInto(shots[place - 1], shot, framesPerSecond) };
  });
  const sound = shots.some(({ facts }) => facts.audioCodec !== null);
  const size = frameSize(first.order.aspect, first.order.resolution);
  await media.join({ parts, ...size, framesPerSecond, sound }, path, work);
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
): Promise<Pick<Clip, 'poster' | 'contactSheet'>> {
  const to = { poster: await scratch.path('.webp'), contactSheet: await scratch.path('.webp') };
  await media.drawStills(master.path, master.facts, to, work);
  return {
    poster: await files.putFile(to.poster, 'image/webp'),
    contactSheet: await files.putFile(to.contactSheet, 'image/webp'),
  };
}

function describe(
  { prompt, locale, engine, shots }: ToFinish,
  { file, facts }: RenditionSource,
  made: Pick<Clip, 'renditions' | 'poster' | 'contactSheet'>,
): Clip {
  const { seconds, framesPerSecond, height, look } = facts;
  const width = Math.round(facts.width * facts.pixelAspect);
  const sound =
    facts.audioCodec === null ? 'none' : (shots.find(({ order }) => order.sound !== 'none')?.order.sound ?? 'ambience');
  const words = {
    caption: caption(prompt),
    altText: altText({ prompt, locale, engine, width, height, seconds, sound }),
  };
  return { master: file, ...made, width, height, seconds, framesPerSecond, engine, look, ...words };
}
