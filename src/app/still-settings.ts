import { z } from 'zod';
import { anyNumber, url } from './kinds-of-setting.ts';

/** The settings of stills that are made before a video is paid for. */
export const stillSettings = {
  STILL_MAKER: z
    .enum(['openai-images', 'ai-sdk'])
    .default('openai-images')
    .describe(
      "How the image model is spoken to: by OpenAI's images API, or as a model of fal, Replicate, Google or xAI (`ai-sdk`).",
    ),
  STILL_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Image model that makes a still before a video is paid for, e.g. `gpt-image-2`; without it there are no stills. With `ai-sdk` its provider too: `fal:fal-ai/flux-2`.',
    ),
  STILL_URL: url('http', 'https')
    .optional()
    .describe(
      "Address of the server with that model and its version; without it `OPENAI_BASE_URL`, and with `ai-sdk` the provider's own.",
    ),
  STILL_KEY: z.string().min(1).optional().describe("The image model's key; servers of one's own mostly want none."),
  STILL_PRICE_USD: anyNumber(0, 1000)
    .optional()
    .describe(
      "US dollars for one still, which its budgets must have room for; without it 0, as on a server of one's own.",
    ),
  STILL_SIZE: z
    .string()
    .regex(/^[1-9]\d{1,3}x[1-9]\d{1,3}$/, 'must be a width and a height, e.g. 1536x1024')
    .optional()
    .describe(
      'The only size that the image model makes, e.g. `1024x1024`; without it each still has the shape of its clip.',
    ),
  STILL_FIRST: z
    .enum(['asked', 'always'])
    .default('asked')
    .describe(
      'Whether a still is made when a curator asks for one, or of all that comes into review with nothing against it.',
    ),
};
