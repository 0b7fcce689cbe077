import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RenditionLimits } from '../../../src/bots/chat-platform.ts';
import type { VideoFacts } from '../../../src/media/media-tools.ts';
import { perSecond, toFrameRate } from '../../../src/media/video/frame-rate.ts';
import { planRendition } from '../../../src/media/video/plan-rendition.ts';

const FACTS: VideoFacts = {
  bytes: 5_000_000,
  container: 'mp4',
  indexFirst: true,
  videoCodec: 'h264',
  pixelFormat: 'yuv420p',
  audioCodec: 'aac',
  width: 1280,
  height: 720,
  pixelAspect: 1,
  framesPerSecond: 24,
  frames: 240,
  seconds: 10,
  damage: null,
  look: { brightest: 200, contrast: 50, change: 30 },
};
const LIMITS: RenditionLimits = {
  maxBytes: 10_485_760,
  maxLongSide: 1280,
  maxShortSide: 1024,
  maxStretch: 3,
  minSeconds: 0.5,
  maxSeconds: 140,
  maxFramesPerSecond: 60,
};

describe('planning a rendition', () => {
  it('sends what fits as it is', () => {
    expect(planRendition(FACTS, LIMITS)).toEqual({ plan: 'as-is' });
    expect(planRendition({ ...FACTS, audioCodec: null }, LIMITS)).toEqual({ plan: 'as-is' });
    expect(planRendition({ ...FACTS, width: 720, height: 1280 }, LIMITS)).toEqual({ plan: 'as-is' });
  });

  it.each([
    { bytes: 20_000_000 },
    { container: 'webm' },
    { indexFirst: false },
    { videoCodec: 'hevc' },
    { pixelFormat: 'yuv444p' },
    { audioCodec: 'opus' },
    { pixelAspect: 1.5 },
    { framesPerSecond: 120 },
    { width: 1920, height: 1080 },
    { width: 1080, height: 1080 },
    { damage: '2 broken places' },
  ] satisfies Partial<VideoFacts>[])('encodes anew what does not: %j', (change) => {
    expect(planRendition({ ...FACTS, ...change }, LIMITS).plan).toBe('encode');
  });

  it('keeps every plan within the limits, in shape, and smaller from try to try', () => {
    const facts = fc.record({
      width: fc.integer({ min: 16, max: 4096 }),
      height: fc.integer({ min: 16, max: 4096 }),
      pixelAspect: fc.constantFrom(1, 1, 4 / 3, 0.9),
      framesPerSecond: fc.constantFrom(12, 23.976, 24, 29.97, 30, 60, 120),
      seconds: fc.double({ min: 0.5, max: 60, noNaN: true }),
      audioCodec: fc.constantFrom(null, 'aac', 'opus'),
      bytes: fc.integer({ min: 1000, max: 100_000_000 }),
    });
    const limits = fc.record({
      maxBytes: fc.integer({ min: 50_000, max: 50_000_000 }),
      maxLongSide: fc.integer({ min: 320, max: 1920 }),
      maxShortSide: fc.integer({ min: 320, max: 1920 }),
      maxFramesPerSecond: fc.constantFrom(24, 30, 60),
    });
    fc.assert(
      fc.property(facts, limits, (changed, allowed) => {
        const source = { ...FACTS, ...changed };
        const within = { ...LIMITS, ...allowed };
        const plan = planRendition(source, within);
        if (plan.plan !== 'encode') return;
        expect(perSecond(plan.rate)).toBeLessThanOrEqual(within.maxFramesPerSecond + 0.01);
        expect(Math.abs(plan.frames / perSecond(plan.rate) - source.seconds)).toBeLessThanOrEqual(
          1 / perSecond(plan.rate),
        );
        let before = Number.POSITIVE_INFINITY;
        for (const { width, height, maxBitRate, audioBitRate } of plan.tries) {
          expect([width % 2, height % 2]).toEqual([0, 0]);
          expect(Math.max(width, height)).toBeLessThanOrEqual(within.maxLongSide);
          expect(Math.min(width, height)).toBeLessThanOrEqual(within.maxShortSide);
          const own = (source.width * source.pixelAspect) / source.height;
          const taken = Math.min(within.maxStretch, Math.max(1 / within.maxStretch, own));
          const seen = plan.reshaped ? taken : own;
          expect(Math.abs(Math.log(seen / taken))).toBeLessThanOrEqual(0.005);
          const off = Math.min(Math.abs(width - height * seen), Math.abs(height - width / seen));
          expect(off).toBeLessThanOrEqual(1.01);
          expect(((maxBitRate + (audioBitRate ?? 0)) * source.seconds) / 8).toBeLessThan(within.maxBytes);
          expect(maxBitRate).toBeLessThan(before);
          before = maxBitRate;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knows the exact rate behind a number', () => {
    expect(toFrameRate(24)).toEqual({ num: 24, den: 1 });
    expect(toFrameRate(29.97)).toEqual({ num: 30_000, den: 1001 });
    expect(toFrameRate(24_000 / 1001)).toEqual({ num: 24_000, den: 1001 });
    expect(toFrameRate(12.5)).toEqual({ num: 12_500, den: 1000 });
  });
});
