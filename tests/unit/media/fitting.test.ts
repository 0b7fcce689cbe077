import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMediaTools } from '../../../src/media/contained-media-tools.ts';
import { placePicture } from '../../../src/media/video/place-picture.ts';
import { chooseFitting } from '../../../src/media/video/salience.ts';
import { createSources, type Sources } from './sources.ts';

const media = createMediaTools();
let sources: Sources;
beforeAll(async () => {
  sources = await createSources();
});
afterAll(() => sources.dispose());

const side = fc.integer({ min: 32, max: 960 }).map((half) => half * 2);
const fitting = fc.oneof(
  fc.constant({ how: 'whole' } as const),
  fc.record({ how: fc.constant('cut' as const), from: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

describe('placing a picture', () => {
  it('never stretches, and keeps within the picture and the frame', () => {
    fc.assert(
      fc.property(
        fc.record({ width: side, height: side, pixelAspect: fc.constantFrom(1, 1.5, 0.9) }),
        fc.record({ width: side, height: side }),
        fitting,
        (picture, frame, how) => {
          const { part, shown } = placePicture(picture, frame, how);
          const across = shown.width / (part.width * picture.pixelAspect);
          const down = shown.height / part.height;
          // Even sides are at most a pixel off, on the smallest side that there is.
          const rounding = 1.01 / Math.min(part.width, part.height, shown.width, shown.height) + 0.03 * 1e-9;
          expect(Math.abs(Math.log(across / down))).toBeLessThanOrEqual(2 * rounding);
          for (const [inner, outer] of [
            [part, picture],
            [shown, frame],
          ] as const) {
            expect(inner.left).toBeGreaterThanOrEqual(0);
            expect(inner.top).toBeGreaterThanOrEqual(0);
            expect(inner.left + inner.width).toBeLessThanOrEqual(outer.width);
            expect(inner.top + inner.height).toBeLessThanOrEqual(outer.height);
          }
          if (how.how === 'cut') expect(shown).toMatchObject(frame);
        },
      ),
    );
  });
});

describe('choosing how to fit', () => {
  const bump = (at: number) => Array.from({ length: 64 }, (_, cell) => (Math.abs(cell - at) < 6 ? 10 : 0));

  it.each([
    ['at the left', bump(12), 7 / 64],
    ['in the middle', bump(32), 14 / 64],
    ['at the right', bump(56), 26 / 64],
  ])('cuts where what there is to see lies together: %s', (_, along, from) => {
    const chosen = chooseFitting(along, 0.5625);
    expect(chosen).toMatchObject({ how: 'cut' });
    if (chosen.how === 'cut') expect(Math.abs(chosen.from - from)).toBeLessThan(0.01);
  });

  it('shows all of it where it lies apart, or where too little would be left', () => {
    const both = bump(8).map((value, at) => value + (bump(56)[at] ?? 0));
    expect(chooseFitting(both, 0.5625)).toEqual({ how: 'whole' });
    expect(chooseFitting(bump(32), 0.3)).toEqual({ how: 'whole' });
    expect(chooseFitting(new Array(64).fill(0), 0.8)).toEqual({ how: 'whole' });
  });
});

describe('fitting a video', () => {
  it.each([
    // A disc of 54 pixels in a picture of 160 by 90.
    ['cuts round what there is to see', { width: 90, height: 90 }, 'cut', 54],
    ['keeps all of it before a ground', { width: 90, height: 160 }, 'whole', (54 * 90) / 160],
  ])('%s', async (name, frame, how, across) => {
    const path = await sources.video('disc.mp4', { look: 'disc', width: 160, height: 90, frames: 12, tone: 440 });
    const probed = await media.probe(path);
    if (probed.outcome !== 'video') throw new Error(probed.reason);
    const fitting = await media.chooseFitting(path, probed.facts, frame);
    expect(fitting.how).toBe(how);
    const to = sources.path(`${name}.mp4`);
    await media.join({ parts: [{ path, frames: 12, fitting }], ...frame, framesPerSecond: 24, sound: true }, to);
    expect(await media.probe(to)).toMatchObject({
      facts: { ...frame, frames: 12, seconds: 0.5, pixelAspect: 1, audioCodec: 'aac', damage: null },
    });
    const { bright } = await sources.read(to);
    expect(Math.abs(bright.width - across)).toBeLessThanOrEqual(2);
    expect(Math.abs(bright.height - across)).toBeLessThanOrEqual(2);
  });
});
