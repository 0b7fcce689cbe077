import type { EngineLimits } from '../../video-engine.ts';

/** Who speaks `/v1/videos`. */
export const DIALECTS = ['openai', 'sglang', 'vllm-omni', 'litellm'] as const;
export type DialectId = (typeof DIALECTS)[number];

/** Where those that speak `/v1/videos` differ, as data. */
export interface Dialect {
  id: DialectId;
  limits: Pick<EngineLimits, 'seconds' | 'aspects' | 'resolutions' | 'framesPerSecond' | 'sounds' | 'tolerance'>;
  /** `seconds` alone, or also as frames and their rate, where the server would choose a rate of its own. */
  length: 'seconds' | 'frames';
  /** A file in the form, or a JSON reference with a data URL. */
  picture: 'input_reference' | 'image_reference';
  takesSeed: boolean;
  /** The field that asks for sound; null where there is no such choice. */
  soundField: 'generate_sound' | null;
  /** Whether `DELETE` stops a video that is being made. Elsewhere it is refused, or only hides what goes on. */
  deleteStops: boolean;
  /** Whether it makes a video of its own anew (`POST /videos/{id}/remix`). */
  remixes: boolean;
  /** Whether `content` has a thumbnail besides the video (`variant=thumbnail`): OpenAI's, and who hands its questions on. */
  thumbnail: boolean;
  /** Whether it goes on from a video of its own (`POST /videos/extensions`), as openai 7.57's types have it of OpenAI's alone. */
  extends: boolean;
}

const ANY_SIZE = { aspects: 'any', resolutions: [360, 480, 720, 1080] } as const;

/** Models think in blocks of 16 pixels and of four frames at 16 a second. */
const MODEL_BLOCKS = { sides: 0.06, seconds: 0.5 };

const WIDE_OR_TALL = [
  { width: 16, height: 9 },
  { width: 9, height: 16 },
];

/**
 * As their sources and references have it in autumn 2026: OpenAI's reference (its own service ended on 2026-09-24, its
 * sizes live on in proxies), SGLang Diffusion's and vLLM-Omni's protocol files, LiteLLM's `/videos` page of 2026-10-07.
 */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  openai: {
    id: 'openai',
    limits: {
      seconds: { min: 4, max: 12, step: 4 },
      aspects: WIDE_OR_TALL,
      resolutions: [720],
      framesPerSecond: [24],
      sounds: ['ambience'],
      tolerance: MODEL_BLOCKS,
    },
    length: 'seconds',
    picture: 'input_reference',
    takesSeed: false,
    soundField: null,
    deleteStops: false,
    thumbnail: true,
    remixes: true,
    extends: true,
  },
  sglang: {
    id: 'sglang',
    limits: {
      seconds: { min: 1, max: 10, step: 0 },
      ...ANY_SIZE,
      framesPerSecond: [24, 16, 30],
      sounds: ['none'],
      tolerance: MODEL_BLOCKS,
    },
    length: 'frames',
    picture: 'input_reference',
    takesSeed: true,
    soundField: null,
    deleteStops: false,
    thumbnail: false,
    remixes: false,
    extends: false,
  },
  'vllm-omni': {
    id: 'vllm-omni',
    limits: {
      seconds: { min: 1, max: 10, step: 1 },
      ...ANY_SIZE,
      framesPerSecond: [24, 16, 30],
      sounds: ['none', 'ambience'],
      tolerance: MODEL_BLOCKS,
    },
    length: 'frames',
    picture: 'image_reference',
    takesSeed: true,
    soundField: 'generate_sound',
    deleteStops: true,
    thumbnail: false,
    remixes: false,
    extends: false,
  },
  litellm: {
    id: 'litellm',
    limits: {
      seconds: { min: 4, max: 12, step: 4 },
      aspects: WIDE_OR_TALL,
      resolutions: [720],
      framesPerSecond: [24],
      sounds: ['ambience'],
      tolerance: MODEL_BLOCKS,
    },
    length: 'seconds',
    picture: 'input_reference',
    takesSeed: false,
    soundField: null,
    deleteStops: false,
    thumbnail: true,
    remixes: true,
    extends: false,
  },
};
