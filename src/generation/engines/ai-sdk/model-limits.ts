import type { ProviderId } from '../../ai-sdk-providers.ts';
import type { EngineLimits } from '../../video-engine.ts';

type ModelLimits = Pick<EngineLimits, 'seconds' | 'aspects' | 'resolutions' | 'framesPerSecond' | 'sounds'> & {
  picture: boolean;
};

const WIDE = { width: 16, height: 9 };
const TALL = { width: 9, height: 16 };
const SQUARE = { width: 1, height: 1 };

/** What nearly every model makes. */
const USUAL: ModelLimits = {
  seconds: { min: 5, max: 10, step: 5 },
  aspects: [WIDE, TALL],
  resolutions: [720],
  framesPerSecond: [24],
  sounds: ['none'],
  picture: true,
};

/**
 * What models make that are known, by a part of their name, as their providers' pages had it in August 2026, and fal's in
 * November. The first that fits is taken, so what is narrower stands first.
 */
const KNOWN: readonly (readonly [RegExp, Partial<ModelLimits>])[] = [
  [/veo-?3/i, { seconds: { min: 4, max: 8, step: 2 }, sounds: ['none', 'ambience'], resolutions: [720, 1080] }],
  [/gemini-omni/i, { seconds: { min: 3, max: 10, step: 1 }, sounds: ['ambience'] }],
  [/kling.*v[34]/i, { seconds: { min: 3, max: 15, step: 1 }, aspects: [WIDE, TALL, SQUARE] }],
  [/kling/i, { aspects: [WIDE, TALL, SQUARE] }],
  [
    /seedance.*1\.5/i,
    { seconds: { min: 4, max: 12, step: 1 }, aspects: [WIDE, TALL, SQUARE], resolutions: [480, 720, 1080] },
  ],
  [
    /seedance/i,
    { seconds: { min: 2, max: 12, step: 1 }, aspects: [WIDE, TALL, SQUARE], resolutions: [480, 720, 1080] },
  ],
  [/grok-imagine/i, { seconds: { min: 1, max: 15, step: 1 }, aspects: [WIDE, TALL, SQUARE], sounds: ['ambience'] }],
  [/hailuo|minimax/i, { seconds: { min: 6, max: 10, step: 4 } }],
  [/wan-3/i, { seconds: { min: 2, max: 15, step: 1 }, aspects: [WIDE, TALL, SQUARE], resolutions: [480, 720, 1080] }],
  [/wan/i, { seconds: { min: 5, max: 15, step: 5 }, aspects: [WIDE, TALL, SQUARE], resolutions: [480, 720, 1080] }],
  // Longer ones at 25 frames a second alone.
  [/ltx/i, { seconds: { min: 6, max: 10, step: 2 }, resolutions: [1080] }],
];

/** What a model makes; of one that is not known, what nearly every one does. */
export function modelLimits(model: string): ModelLimits {
  const known = KNOWN.find(([name]) => name.test(model))?.[1];
  return { ...USUAL, ...known };
}

/** Whether the last frame can be told, by what `@ai-sdk/google` and `@ai-sdk/xai` send; the others send none. */
export function takesLastPicture(provider: ProviderId, model: string): boolean {
  return (
    (provider === 'google' && /veo-3\.1/.test(model)) || (provider === 'xai' && model === 'grok-imagine-video-1.5')
  );
}
