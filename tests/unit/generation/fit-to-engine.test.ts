import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIP_DEFAULTS, fitToEngine } from '../../../src/generation/fit-to-engine.ts';
import type { EngineLimits } from '../../../src/generation/video-engine.ts';
import { RESOLUTIONS, SOUNDS } from '../../../src/requests/index.ts';
import { engineLimits } from '../../samples/engine-limits.ts';

const limits = engineLimits({
  seconds: { min: 4, max: 12, step: 4 },
  aspects: [
    { width: 16, height: 9 },
    { width: 9, height: 16 },
  ],
  resolutions: [480, 720],
  sounds: ['none', 'ambience'],
  picture: false,
});
const asked = { prompt: 'a paper boat', options: {}, picture: null, seed: 7 };
const picture = { sha256: 'a'.repeat(64), bytes: 1, type: 'image/png' };

describe('fitToEngine', () => {
  it('takes the defaults where nothing was asked, and calls none of them changed', () => {
    expect(fitToEngine(asked, limits)).toEqual({
      outcome: 'fits',
      order: { ...CLIP_DEFAULTS, prompt: 'a paper boat', seconds: 4, picture: null, seed: 7, style: null },
      lengths: [4],
      changes: [],
    });
  });

  it('takes what is nearest, and says what it changed', () => {
    const options = {
      aspect: { width: 3, height: 4 },
      seconds: 60,
      resolution: 1080,
      sound: 'narration',
      seed: 1,
      style: 'ink',
    } as const;
    expect(fitToEngine({ ...asked, options }, limits)).toMatchObject({
      order: { aspect: { width: 9, height: 16 }, seconds: 12, resolution: 720, sound: 'none', seed: 1, style: 'ink' },
      lengths: [12, 12, 12, 12, 12],
      changes: [
        { option: 'aspect', asked: { width: 3, height: 4 }, given: { width: 9, height: 16 } },
        { option: 'resolution', asked: 1080, given: 720 },
        { option: 'sound', asked: 'narration', given: 'none' },
      ],
    });
  });

  it('cannot bring a picture to life where the engine takes none', () => {
    expect(fitToEngine({ ...asked, picture }, limits)).toEqual({
      outcome: 'impossible',
      reasons: [{ reason: 'no-pictures' }],
    });
  });
});

const shape = fc.record({ width: fc.integer({ min: 1, max: 400 }), height: fc.integer({ min: 1, max: 400 }) });
const engine: fc.Arbitrary<EngineLimits> = fc
  .record({
    min: fc.integer({ min: 1, max: 80 }).map((tenths) => tenths / 10),
    span: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
    step: fc.constantFrom(0, 0.1, 0.5, 1, 2, 4, 5),
    aspects: fc.oneof(fc.constant('any' as const), fc.array(shape, { maxLength: 4 })),
    resolutions: fc.subarray([...RESOLUTIONS]),
    framesPerSecond: fc.subarray([24, 25, 30, 60]),
    sounds: fc.subarray([...SOUNDS]),
    picture: fc.boolean(),
  })
  .map(({ min, span, step, ...rest }) => ({ ...limits, ...rest, seconds: { min, max: min + span, step } }));
const options = fc.record(
  {
    aspect: shape,
    seconds: fc.double({ min: 0.1, max: 100, noNaN: true }),
    resolution: fc.constantFrom(...RESOLUTIONS),
    sound: fc.constantFrom(...SOUNDS),
    seed: fc.nat(),
  },
  { requiredKeys: [] },
);

describe('any fit', () => {
  it('is within the limits, and says where it differs from what was asked', () => {
    fc.assert(
      fc.property(options, engine, fc.option(fc.constant(picture)), (given, able, still) => {
        const fit = fitToEngine({ ...asked, options: given, picture: still }, able);
        if (fit.outcome === 'impossible') {
          expect(fit.reasons).not.toEqual([]);
          return;
        }
        const { order, changes } = fit;
        if (able.aspects !== 'any') expect(able.aspects).toContainEqual(order.aspect);
        expect(able.resolutions).toContain(order.resolution);
        expect(able.framesPerSecond).toContain(order.framesPerSecond);
        expect(able.sounds).toContain(order.sound);
        expect(able.picture || order.picture === null).toBe(true);
        for (const option of ['resolution', 'sound'] as const) {
          const differs = given[option] !== undefined && given[option] !== order[option];
          expect(changes.some((change) => change.option === option)).toBe(differs);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of what an engine makes exactly is exactly that', () => {
    const any = {
      ...limits,
      aspects: 'any' as const,
      resolutions: RESOLUTIONS,
      sounds: SOUNDS,
      seconds: { min: 0.1, max: 100, step: 0 },
    };
    fc.assert(
      fc.property(options, (given) => {
        expect(fitToEngine({ ...asked, options: given }, any)).toMatchObject({ changes: [], order: given });
      }),
    );
  });
});
