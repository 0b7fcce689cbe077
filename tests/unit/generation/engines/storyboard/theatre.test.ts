import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTheatre } from '../../../../../src/generation/engines/storyboard/stage/theatre.ts';
import { frameSize } from '../../../../../src/generation/frame-size.ts';
import type { ShotOrder } from '../../../../../src/requests/index.ts';
import { orderFor } from './order-for.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'theatre-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function hashOf(order: ShotOrder, frames: readonly number[], picture: string | null = null): Promise<string> {
  const theatre = await createTheatre(order, picture);
  const hash = createHash('sha256');
  for (const frame of frames) hash.update(theatre.drawFrame(frame));
  const { left } = theatre.playSound();
  hash.update(new Uint8Array(left.buffer));
  return hash.digest('hex');
}

describe('createTheatre', () => {
  it('draws the same frames and sounds for the same order, whatever was drawn before', async () => {
    const order = orderFor('a red fox runs through a snowy forest at night with fireworks');
    expect(await hashOf(order, [0, 7])).toBe(await hashOf(order, [0, 7]));
    expect(await hashOf(order, [7])).toBe(await hashOf(order, [7]));
  });

  it('draws another scene for another seed', async () => {
    const order = orderFor('a fox in a meadow');
    expect(await hashOf(order, [3])).not.toBe(await hashOf({ ...order, seed: 8 }, [3]));
  });

  it.each([
    'a ship in a storm at sea, shaking camera',
    'an astronaut on mars, neon',
    'fish under the sea, pixel art',
    'a sad robot in a kitchen, fog, orbit shot',
    'nine balloons above a volcano, tilt up',
    'petals and a campfire by the lake at dawn, pan left',
    'a stadium, windy, zoom out',
    'قطة في المكتبة تعزف على البيانو',
    '🐱',
    '',
    '\u0000\ufffd ქართული',
    'w'.repeat(900),
  ])('fills every pixel of the frame for %j', async (prompt) => {
    const order = orderFor(prompt, { aspect: { width: 9, height: 16 } });
    const { width, height } = frameSize(order.aspect, order.resolution);
    const theatre = await createTheatre(order, null);
    for (const frame of [0, 23]) {
      const pixels = theatre.drawFrame(frame);
      expect(pixels.length).toBe(width * height * 4);
      let clear = 0;
      for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 0) < 250) clear += 1;
      expect(clear).toBe(0);
    }
  });

  it('brings a picture to life: it fills the frame and moves', async () => {
    const path = join(folder, 'picture.png');
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2a7' } })
      .composite([
        {
          input: await sharp({ create: { width: 60, height: 60, channels: 3, background: '#d33' } })
            .png()
            .toBuffer(),
        },
      ])
      .png()
      .toFile(path);
    const order = orderFor('zoom in');
    const still = await hashOf(order, [2], path);
    expect(still).toBe(await hashOf(order, [2], path));
    expect(still).not.toBe(await hashOf(order, [20], path));
  });

  it('tells a picture that cannot be read', async () => {
    const path = join(folder, 'broken.png');
    await writeFile(path, 'no picture');
    await expect(createTheatre(orderFor('a cat'), path)).rejects.toMatchObject({ code: 'invalid-picture' });
  });

  it('never clips its sound, and ends it in silence', async () => {
    const theatre = await createTheatre(orderFor('a thunderstorm at sea with fireworks', { seconds: 2 }), null);
    const { left, right } = theatre.playSound();
    const loudest = [left, right].map((channel) =>
      channel.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    );
    for (const peak of loudest) {
      expect(peak).toBeGreaterThan(0.05);
      expect(peak).toBeLessThanOrEqual(0.41);
    }
    expect(Math.abs(left.at(-1) ?? 1)).toBeLessThan(0.001);
  });
});
