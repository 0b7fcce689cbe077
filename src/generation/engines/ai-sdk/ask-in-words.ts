import type { experimental_startVideo as startVideo } from 'ai';
import type { ShotOrder } from '../../../requests/index.ts';
import type { ProviderId } from '../../ai-sdk-providers.ts';

type StartOptions = Parameters<typeof startVideo>[0];
type Words = NonNullable<StartOptions['providerOptions']>[string];

/** What a start says besides the words and the picture. */
type Asked = Pick<
  StartOptions,
  'aspectRatio' | 'resolution' | 'duration' | 'fps' | 'seed' | 'generateAudio' | 'providerOptions'
>;

export interface Asking {
  provider: ProviderId;
  model: string;
  order: ShotOrder;
  /** The picture that it begins with, as a data URL; null where there is none. */
  picture: string | null;
}

/**
 * An order in the words that its model knows. The SDK's own fields alone do not do: fal's provider brings neither the
 * resolution nor the wish for sound and says `5s` to models that know `5`; xAI's and Google's know no resolution of what is
 * taller than wide; Replicate's says a size to models that know `720p`. What a model does not know by name it passes over.
 */
export function askInWords(asking: Asking): Asked {
  const { order } = asking;
  const common = {
    aspectRatio: `${order.aspect.width}:${order.aspect.height}` as const,
    // Always sent: some models choose a length, and a bill, of their own.
    duration: order.seconds,
  };
  const resolution = `${order.resolution}p`;
  switch (asking.provider) {
    case 'fal':
      return { ...common, seed: order.seed, providerOptions: { fal: falWords(asking) } };
    case 'replicate': {
      const words = { resolution, generate_audio: order.sound !== 'none', ...replicatePicture(asking) };
      return { ...common, seed: order.seed, fps: order.framesPerSecond, providerOptions: { replicate: words } };
    }
    case 'google':
      return { ...common, seed: order.seed, providerOptions: { google: { resolution } } };
    case 'xai':
      return { ...common, generateAudio: order.sound !== 'none', providerOptions: { xai: { resolution } } };
    default:
      return asking.provider satisfies never;
  }
}

/** As @fal-ai/client 1.10's types of the endpoints and their pages have it: lengths in three spellings. */
function falWords({ model, order, picture }: Asking): Words {
  const { seconds } = order;
  const duration = /veo|luma|kandinsky/.test(model) ? `${seconds}s` : NUMBERS.test(model) ? seconds : `${seconds}`;
  return {
    duration,
    ...(/kling-video\/(v[1-3]|o)|hailuo/.test(model) ? {} : { resolution: `${order.resolution}p` }),
    generate_audio: order.sound !== 'none',
    ...(picture !== null && /kling-video\/(v3|v4|o)/.test(model) ? { start_image_url: picture } : {}),
  };
}

const NUMBERS = /ltx|grok|kling-video\/v4|wan-3|minimax\/h3/;

/** Most call it `image`, as the SDK does. */
function replicatePicture({ model, picture }: Asking): Words {
  if (picture === null) return {};
  if (/kling/.test(model)) return { start_image: picture };
  return /minimax|hailuo/.test(model) ? { first_frame_image: picture } : {};
}

/**
 * The model that is asked: at fal a model is a place for words and another for pictures, and one that is asked with the
 * other's would pass over the picture or refuse the words.
 */
export function modelFor({ provider, model, picture }: Pick<Asking, 'provider' | 'model' | 'picture'>): string {
  if (provider !== 'fal') return model;
  const wanted = picture === null ? 'text-to-video' : 'image-to-video';
  if (/(text|image)-to-video/.test(model) && !/veo/.test(model)) return model.replace(/(text|image)-to-video/, wanted);
  const bare = model.replace(/\/image-to-video$/, '');
  return /veo/.test(model) && picture !== null ? `${bare}/image-to-video` : bare;
}
