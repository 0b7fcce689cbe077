import type { AspectRatio, Resolution } from '../../../requests/index.ts';
import type { EngineLimits } from '../../video-engine.ts';

export const RUNWAY_MODELS = ['gen4.5', 'gen4_turbo', 'veo3.1', 'veo3.1_fast'] as const;
export type RunwayModel = (typeof RUNWAY_MODELS)[number];

interface ModelLimits extends Pick<EngineLimits, 'seconds' | 'resolutions' | 'sounds' | 'lastPicture'> {
  aspects: readonly AspectRatio[];
  /** Whether it makes a clip of words alone; one that does not wants a picture. */
  words: boolean;
}

const WIDE_OR_TALL = [
  { width: 16, height: 9 },
  { width: 9, height: 16 },
];
const VEO: ModelLimits = {
  seconds: { min: 4, max: 8, step: 2 },
  aspects: WIDE_OR_TALL,
  resolutions: [720, 1080],
  sounds: ['ambience'],
  lastPicture: true,
  words: true,
};

/** As the types of `@runwayml/sdk` 4.20 have it. */
export const runwayModels: Readonly<Record<RunwayModel, ModelLimits>> = {
  'gen4.5': {
    seconds: { min: 2, max: 10, step: 1 },
    aspects: WIDE_OR_TALL,
    resolutions: [720],
    sounds: ['none'],
    lastPicture: false,
    words: true,
  },
  gen4_turbo: {
    seconds: { min: 5, max: 10, step: 5 },
    aspects: WIDE_OR_TALL,
    resolutions: [720],
    sounds: ['none'],
    lastPicture: false,
    words: false,
  },
  'veo3.1': VEO,
  'veo3.1_fast': VEO,
};

export type RunwayRatio = '1280:720' | '720:1280' | '1920:1080' | '1080:1920';

/** The ratio in pixels that stands for a shape at a resolution; the shape is one of the model's own. */
export function ratioOf(aspect: AspectRatio, resolution: Resolution): RunwayRatio {
  const wide = aspect.width >= aspect.height;
  if (resolution === 1080) return wide ? '1920:1080' : '1080:1920';
  return wide ? '1280:720' : '720:1280';
}
