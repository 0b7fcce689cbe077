import { type RgbFrame, toSharp } from '../stills/poster.ts';
import { hashFrame } from './frame-hash.ts';
import { HEART, middlePart, type Part, partOf } from './frame-part.ts';

/** How far a colour may be from that of the corner and still belong to the bars around a picture. */
const BARS = 24;

/** A picture that lost more than this share of a side was no picture between bars. */
const LEAST = 0.3;

/** The hashes by which a frame of a stranger's file may be known. */
export interface AskedHashes {
  /** As it is, mirrored, and without bars around it. */
  plain: string[];
  /** Of where our frame's heart would be in it, had it been cut in each of many ways. */
  cut: string[];
}

export async function askedHashes(frame: RgbFrame): Promise<AskedHashes> {
  const inner = await withoutBars(frame);
  const [plain, cut] = await Promise.all([
    hashesOf([frame, await mirrored(frame), ...(inner ? [inner] : [])]),
    hashesOf(await Promise.all(HEARTS.map((part) => partOf(inner ?? frame, part)))),
  ]);
  return { plain, cut };
}

/** Cut all around to so much of both sides; less and more than these is known by what is kept. */
const ALL_AROUND = [0.85, 0.75, 0.7, 0.65];
/** Cut off on one side alone, as what stands there is wished away. */
const ONE_SIDE = [0.04, 0.08, 0.12, 0.16, 0.2];

const WHOLE: Part = { left: 0, top: 0, right: 1, bottom: 1 };

/** Where the heart lies in what is left, for each cut. */
const HEARTS: readonly Part[] = [
  ...ALL_AROUND.map((left) => within(HEART, middlePart(left, left))),
  ...ONE_SIDE.flatMap((off) => [
    within(HEART, { ...WHOLE, left: off }),
    within(HEART, { ...WHOLE, right: 1 - off }),
    within(HEART, { ...WHOLE, top: off }),
    within(HEART, { ...WHOLE, bottom: 1 - off }),
  ]),
];

function within(part: Part, kept: Part): Part {
  const across = (at: number) => (at - kept.left) / (kept.right - kept.left);
  const down = (at: number) => (at - kept.top) / (kept.bottom - kept.top);
  return { left: across(part.left), right: across(part.right), top: down(part.top), bottom: down(part.bottom) };
}

async function hashesOf(frames: readonly RgbFrame[]): Promise<string[]> {
  const hashes = await Promise.all(frames.map(hashFrame));
  return hashes.filter((hash) => hash !== null);
}

async function mirrored(frame: RgbFrame): Promise<RgbFrame> {
  const { data, info } = await toSharp(frame).flop().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function withoutBars(frame: RgbFrame): Promise<RgbFrame | null> {
  const trimmed = await toSharp(frame)
    .trim({ threshold: BARS })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (trimmed === null) return null;
  const { width, height, channels } = trimmed.info;
  const same = width === frame.width && height === frame.height;
  if (same || channels !== 3 || width < LEAST * frame.width || height < LEAST * frame.height) return null;
  return { data: trimmed.data, width, height };
}
