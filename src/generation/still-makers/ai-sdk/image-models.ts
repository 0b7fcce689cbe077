import type { generateImage } from 'ai';
import type { ProviderId } from '../../ai-sdk-providers.ts';
import type { FrameSize } from '../../frame-size.ts';

export type ImageModel = Exclude<Parameters<typeof generateImage>[0]['model'], string>;

/** How a model is asked for a picture, in the words that its provider knows. */
type Wishes = Pick<Parameters<typeof generateImage>[0], 'size' | 'aspectRatio' | 'seed' | 'providerOptions'>;

interface Provider {
  /** Its API, where no other is named. */
  apiUrl: string;
  /** What it does not know is left out: the SDK would complain of it on the console with each picture. */
  wishes(size: FrameSize, aspectRatio: Shape, seed: number): Wishes;
  /** A library comes with each: read from the disk only where it is wanted. */
  load(model: string, settings: { key: string; url: string; fetch: typeof fetch }): Promise<ImageModel>;
}

type Shape = (typeof SHAPES)[number];

/** Shapes that image models of all these providers have in common. */
const SHAPES = ['16:9', '3:2', '4:3', '1:1', '3:4', '2:3', '9:16'] as const;

export const imageProviders: Readonly<Record<ProviderId, Provider>> = {
  fal: {
    apiUrl: 'https://fal.run',
    // Some of its models go by a size and some by a shape, and each passes over what it does not know.
    wishes: ({ width, height }, shape, seed) => ({
      size: `${width}x${height}`,
      seed,
      providerOptions: { fal: { aspect_ratio: shape } },
    }),
    async load(model, { key, url, fetch }) {
      const { createFal } = await import('@ai-sdk/fal');
      return asImageModel(createFal({ apiKey: key, baseURL: url, fetch }).image(model));
    },
  },
  replicate: {
    apiUrl: 'https://api.replicate.com/v1',
    // No size: where its models have that name, most mean one of a few words by it.
    wishes: (_size, aspectRatio, seed) => ({ aspectRatio, seed }),
    async load(model, { key, url, fetch }) {
      const { createReplicate } = await import('@ai-sdk/replicate');
      return asImageModel(createReplicate({ apiToken: key, baseURL: url, fetch }).image(model));
    },
  },
  google: {
    apiUrl: 'https://generativelanguage.googleapis.com/v1beta',
    wishes: (_size, aspectRatio, seed) => ({ aspectRatio, seed }),
    async load(model, { key, url, fetch }) {
      const { createGoogle } = await import('@ai-sdk/google');
      return asImageModel(createGoogle({ apiKey: key, baseURL: url, fetch }).image(model));
    },
  },
  xai: {
    apiUrl: 'https://api.x.ai/v1',
    wishes: (_size, aspectRatio) => ({ aspectRatio }),
    async load(model, { key, url, fetch }) {
      const { createXai } = await import('@ai-sdk/xai');
      return asImageModel(createXai({ apiKey: key, baseURL: url, fetch }).image(model));
    },
  },
};

/** The shape that comes nearest to a size. */
export function nearestShape({ width, height }: FrameSize): Shape {
  const distance = (shape: Shape) => {
    const [across = 1, down = 1] = shape.split(':').map(Number);
    return Math.abs(Math.log((across * height) / (down * width)));
  };
  return SHAPES.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best));
}

/** Each provider comes with a copy of the SDK's types of its own, which differ in nothing that is used. */
function asImageModel(model: object): ImageModel {
  return model as ImageModel;
}
