import { writeFile } from 'node:fs/promises';
import { answer, TaskError } from '../contained-task.ts';
import type { Stills } from '../media-tools.ts';
import { keptHashes } from '../recognition/kept-hashes.ts';
import { blurhashOf } from '../stills/blurhash-of.ts';
import { encodeContactSheet, type SheetFrame } from '../stills/contact-sheet.ts';
import { chooseStill, encodePoster, type RgbFrame } from '../stills/poster.ts';
import { decodeStream } from '../video/decode-stream.ts';
import { openVideo } from '../video/open-video.ts';
import { toRgb } from '../video/to-rgb.ts';

export interface StillsInput {
  path: string;
  frames: number;
  framesPerSecond: number;
  pixelAspect: number;
  poster: string;
  contactSheet: string;
}

const SHEET_FRAMES = 12;
const SHEET_LONG_SIDE = 320;
const POSTER_LONG_SIDE = 1280;

/** Frames by which it is known again: about one a second, and enough of a short one. */
const FEWEST_KNOWN = 6;
const MOST_KNOWN = 60;
const KNOWN_LONG_SIDE = 256;

/** Where a good still is looked for, in parts of the length; the first is preferred. */
const POSTER_AT = [1 / 3, 0.45, 0.6, 0.2, 0.8];

answer<StillsInput, Stills>(async (input) => {
  const { candidates, sheet, known } = await pick(input);
  const still = await chooseStill(candidates);
  if (still === undefined || sheet.length === 0)
    throw new TaskError('not-a-video', 'Not one frame of it can be decoded');
  await writeFile(input.poster, await encodePoster(still));
  await writeFile(input.contactSheet, await encodeContactSheet(sheet));
  return { blurhash: await blurhashOf(still), frameHashes: await keptHashes(known) };
});

async function pick(input: StillsInput): Promise<{ candidates: RgbFrame[]; sheet: SheetFrame[]; known: RgbFrame[] }> {
  const sheetAt = evenly(SHEET_FRAMES, input.frames);
  const seconds = Math.round(input.frames / input.framesPerSecond);
  const knownAt = evenly(Math.min(MOST_KNOWN, Math.max(FEWEST_KNOWN, seconds)), input.frames);
  const posterAt = POSTER_AT.map((part) => Math.floor(part * input.frames));
  const sheet: SheetFrame[] = [];
  const known: RgbFrame[] = [];
  const candidates = new Map<number, RgbFrame>();
  await using opened = await openVideo(input.path);
  let index = 0;
  for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
    const rgb = (longSide: number) => toRgb(frame, input.pixelAspect, longSide);
    if (sheetAt.includes(index))
      sheet.push({ ...(await rgb(SHEET_LONG_SIDE)), seconds: index / input.framesPerSecond });
    if (knownAt.includes(index)) known.push(await rgb(KNOWN_LONG_SIDE));
    if (posterAt.includes(index)) candidates.set(index, await rgb(POSTER_LONG_SIDE));
    index += 1;
  }
  return { candidates: posterAt.flatMap((at) => candidates.get(at) ?? []), sheet, known };
}

/** So many frames in the middle of as many equal parts. */
function evenly(wanted: number, frames: number): number[] {
  const count = Math.min(wanted, frames);
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * frames) / count));
}
