import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { askedHashes } from '../../../src/media/recognition/asked-hashes.ts';
import { bitsBetween, keptHashes } from '../../../src/media/recognition/kept-hashes.ts';
import type { RgbFrame } from '../../../src/media/stills/poster.ts';

/** As many bits as two frames that are taken for the same may differ in. */
const ALIKE = 60;

/** A picture of no regularity: hills, a sun and windows, so that no part of it is like another. */
function scene(seed: number): Promise<RgbFrame> {
  const random = (place: number) => Math.abs(Math.sin(seed * 91.7 + place * 12.9898) * 43_758.5453) % 1;
  const shapes = Array.from({ length: 40 }, (_, place) => {
    const [x, y, size, light] = [0, 1, 2, 3].map((each) => random(place * 4 + each));
    return `<circle cx="${(x ?? 0) * 512}" cy="${(y ?? 0) * 288}" r="${10 + (size ?? 0) * 50}" fill="hsl(${place * 37},40%,${20 + (light ?? 0) * 60}%)"/>`;
  });
  return toFrame(
    sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="512" height="288">${shapes.join('')}</svg>`)),
  );
}

async function toFrame(picture: Sharp): Promise<RgbFrame> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe('a frame that was cut', () => {
  let frame: RgbFrame;
  let kept: string[];
  let strange: string[];
  beforeAll(async () => {
    frame = await scene(1);
    kept = await keptHashes([frame]);
    strange = await keptHashes([await scene(2), await scene(3), await scene(4)]);
  });

  const cutTo = (left: number, top: number, width: number, height: number) =>
    toFrame(
      sharp(frame.data, { raw: { width: frame.width, height: frame.height, channels: 3 } }).extract({
        left,
        top,
        width,
        height,
      }),
    );
  const nearest = (hashes: readonly string[], others: readonly string[]) =>
    Math.min(...hashes.flatMap((hash) => others.map((other) => bitsBetween(hash, other))));

  it.each<[string, [number, number, number, number]]>([
    ['a tenth below', [0, 0, 512, 259]],
    ['a tenth above', [0, 29, 512, 259]],
    ['18 % below', [0, 0, 512, 236]],
    ['15 % at the left', [77, 0, 435, 288]],
    ['7 % at the right', [0, 0, 476, 288]],
    ['all around to 70 %', [77, 43, 358, 202]],
    ['all around to 60 %', [102, 58, 307, 172]],
    ['all around to 90 %', [26, 14, 461, 259]],
    ['to a square', [112, 0, 288, 288]],
    ['to a telephone’s shape', [175, 0, 162, 288]],
  ])('%s is known, and like no other', async (_, part) => {
    const { plain, cut } = await askedHashes(await cutTo(...part));
    expect(nearest([...plain, ...cut], kept)).toBeLessThanOrEqual(ALIKE);
    expect(nearest([...plain, ...cut], strange)).toBeGreaterThan(ALIKE);
  });

  it('is known mirrored', async () => {
    const raw = { width: frame.width, height: frame.height, channels: 3 } as const;
    const { plain } = await askedHashes(await toFrame(sharp(frame.data, { raw }).flop()));
    expect(nearest(plain, kept)).toBeLessThan(12);
  });
});
