import type { RgbFrame } from '../stills/poster.ts';
import { hashFrame } from './frame-hash.ts';
import { HEART, middlePart, type Part, partOf } from './frame-part.ts';

/** The middle parts under which a frame is kept too, in shares of both sides: what somebody cut is found by them. */
const MIDDLES = [middlePart(0.9, 0.9), middlePart(0.8, 0.8), HEART];

/** The shape of telephones, into which what is wide is cut. */
const TALL = 9 / 16;

/** Two kept hashes that differ in fewer bits find the same. */
const SAME = 12;

/** Every hash by which frames of ours are to be known again: whole, cut all around, cut to a square and to a telephone's shape. */
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
  return Promise.all([...MIDDLES, ...shapesIn(frame)].map((part) => partOf(frame, part)));
}

/** The middle of it in other shapes, where it has not that shape itself. */
function shapesIn({ width, height }: RgbFrame): Part[] {
  const shape = width / height;
  const cut = (wanted: number) => middlePart(Math.min(1, wanted / shape), Math.min(1, shape / wanted));
  return [1, TALL]
    .filter((wanted) => Math.abs(wanted / shape - 1) > 0.02 && wanted < Math.max(shape, 1 / shape))
    .map(cut);
}
