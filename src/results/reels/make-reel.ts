import { createHash } from 'node:crypto';
import type { Call } from '../../calls/call.ts';
import type { FileStore } from '../../files/file-store.ts';
import { dressFile, dressFor } from '../../generation/finishing/dress-file.ts';
import { createScratch, type Scratch } from '../../generation/finishing/scratch.ts';
import { shorten, tidyPrompt } from '../../generation/finishing/tidy-prompt.ts';
import type { JoinPart, MediaTools, MediaWork } from '../../media/media-tools.ts';
import { type Clip, type Clock, LOCALES, type RequestIn } from '../../requests/index.ts';
import { sayToEverybody } from '../../wording/index.ts';
import { lengthOf, planReel, REEL, type ReelPart } from './plan-reel.ts';
import type { Reel } from './reel-store.ts';

export interface MakeReelDependencies {
  files: FileStore;
  media: MediaTools;
  clock: Clock;
}

/** Whose clips are in it, the best first, and how many came of the call in all. */
export interface ReelOrder {
  call: Call;
  best: readonly [RequestIn<'delivered'>, ...RequestIn<'delivered'>[]];
  made: number;
}

const LONGEST_WORDS = 120;

/** Joins the best clips of a call: a title, then each under the name of who asked for it, the best one last. */
export async function makeReel(
  { call, best, made }: ReelOrder,
  { files, media, clock }: MakeReelDependencies,
  work?: MediaWork,
): Promise<Reel> {
  await using scratch = createScratch(files);
  const clips = best.map(({ clip }) => clip);
  const plan = planReel(clips);
  const tools = { files, media, scratch };
  const parts: JoinPart[] = [];
  for (const part of plan) parts.push(await partOf(part, { call, best, made }, tools, work));
  const joined = await scratch.path('.mp4');
  const sounds = await Promise.all(
    clips.map(async ({ master }) => hasSound(await files.localPath(master), media, work)),
  );
  await media.join({ parts, ...REEL, sound: sounds.includes(true) }, joined, work);

  const caption = sayToEverybody('en', 'reel-title', { theme: call.theme.en });
  const words = { caption, altText: sayToEverybody('en', 'reel-alt', { count: best.length }), ...originOf(clips) };
  const [title] = parts;
  const master = await dressFile(joined, dressFor(words), tools, work);
  const { width, height } = REEL;
  return {
    ...{ callId: call.id, requestIds: best.map(({ id }) => id).toReversed(), ...words },
    ...{ master, poster: await drawPoster(title?.path ?? joined, tools, work) },
    ...{ width, height, seconds: lengthOf(plan) },
    madeAt: clock().toISOString(),
  };
}

interface Tools {
  files: FileStore;
  media: MediaTools;
  scratch: Scratch;
}

async function partOf(part: ReelPart, order: ReelOrder, tools: Tools, work?: MediaWork): Promise<JoinPart> {
  const { frames, melting } = part;
  const common = { frames, melting, fitting: { how: 'whole' } } as const;
  if (part.shows === 'clip') {
    return { ...common, path: await tools.files.localPath(at(order.best, part.place).clip.master) };
  }
  const path = await tools.scratch.path('.mp4');
  const words = part.shows === 'title' ? titleOf(order) : creditOf(at(order.best, part.place), part.place);
  const { width, height } = REEL;
  await tools.media.drawCard({ width, height, ...words }, path, work);
  return { ...common, path };
}

/** In each of our languages, where the theme was given in it. */
function titleOf({ call: { theme }, best, made }: ReelOrder) {
  const [title = '', ...others] = [...new Set(LOCALES.map((locale) => theme[locale]).filter((text) => text !== ''))];
  const counts = LOCALES.map((locale) =>
    best.length < made
      ? sayToEverybody(locale, 'reel-of', { best: best.length, count: made })
      : sayToEverybody(locale, 'made', { count: made }),
  );
  return { eyebrow: '', title, lines: [...others, ...counts] };
}

/** A number, a name and the words that were asked with: no language of ours among them. */
function creditOf({ approval: { prompt }, requester: { name } }: RequestIn<'delivered'>, place: number) {
  return { eyebrow: String(place), title: shorten(tidyPrompt(prompt), LONGEST_WORDS), lines: [name] };
}

function originOf(clips: readonly Clip[]): Pick<Reel, 'engine' | 'promptHash'> {
  const hash = createHash('sha256');
  for (const { promptHash = '' } of clips) hash.update(promptHash);
  return { engine: [...new Set(clips.map(({ engine }) => engine))].join(', '), promptHash: hash.digest('hex') };
}

async function hasSound(path: string, media: MediaTools, work?: MediaWork): Promise<boolean> {
  const probed = await media.probe(path, work);
  return probed.outcome === 'video' && probed.facts.audioCodec !== null;
}

/** Of the title. */
async function drawPoster(path: string, { files, media, scratch }: Tools, work?: MediaWork) {
  const probed = await media.probe(path, work);
  if (probed.outcome === 'not-a-video') throw new Error(`The reel is no video: ${probed.reason}`);
  const to = { poster: await scratch.path('.webp'), contactSheet: await scratch.path('.webp') };
  await media.drawStills(path, probed.facts, to, work);
  return files.putFile(to.poster, 'image/webp');
}

function at(best: ReelOrder['best'], place: number): RequestIn<'delivered'> {
  return best[place - 1] ?? best[0];
}
