import { type RgbFrame, toSharp } from '../stills/poster.ts';
import { hashFrame } from './frame-hash.ts';

/** The middle parts under which a frame is kept too, in shares of both sides: what somebody cut is found by them. */
const MIDDLES = [0.9, 0.8];

/** Two kept hashes that differ in fewer bits find the same. */
const SAME = 12;

/** Every hash by which frames of ours are to be known again: whole, cut all around, and cut to a square. */
export async function keptHashes(frames: readonly RgbFrame[]): Promise<string[]> {
  const kept: string[] = [];
  for (const frame of frames) {
    for (const part of [frame, ...(await partsOf(frame))]) {
      const hash = await hashFrame(part);
      if (hash !== null && !kept.some((other) => bitsBetween(hash, other) < SAME)) kept.push(hash);
    }
  }
  return kept;
}

/** How many of the bits of two hashes differ, 0 to 256. */
export function bitsBetween(one: string, other: string): number {
  let bits = 0;
  for (let place = 0; place < one.length; place += 8) {
    let differing =
      Number.parseInt(one.slice(place, place + 8), 16) ^ Number.parseInt(other.slice(place, place + 8), 16);
    for (; differing !== 0; differing &= differing - 1) bits += 1;
  }
  return bits;
}

async function partsOf(frame: RgbFrame): Promise<RgbFrame[]> {
  const { width, height } = frame;
  const middles = MIDDLES.map((share) => middle(frame, Math.round(width * share), Math.round(height * share)));
  const side = Math.min(width, height);
  return Promise.all([...middles, ...(width === height ? [] : [middle(frame, side, side)])]);
}

async function middle(frame: RgbFrame, width: number, height: number): Promise<RgbFrame> {
  const [left, top] = [Math.floor((frame.width - width) / 2), Math.floor((frame.height - height) / 2)];
  const { data, info } = await toSharp(frame)
    .extract({ left, top, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
