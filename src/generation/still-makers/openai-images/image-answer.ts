import { z } from 'zod';
import { AdapterError } from '../../../requests/index.ts';

const imageAnswer = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })).nullish(),
});

export type ImageAnswer = { bytes: Buffer } | { url: string };

const DATA_URL = /^data:image\/[a-z0-9.+-]+;base64,/i;

/**
 * The first picture of an answer: in it, or where it lies; null where there is none. Throws for what is no answer of
 * `/images/generations`, such as a proxy's page: what became of the question is not known.
 */
export function readImageAnswer(body: unknown): ImageAnswer | null {
  const parsed = imageAnswer.safeParse(body);
  if (!parsed.success) {
    throw new AdapterError('The image model answered with something that is no picture', {
      adapter: 'openai-images',
      code: 'bad-answer',
      retryable: false,
    });
  }
  const [first] = parsed.data.data ?? [];
  if (first?.b64_json) return { bytes: Buffer.from(first.b64_json.replace(DATA_URL, ''), 'base64') };
  if (!first?.url) return null;
  return DATA_URL.test(first.url)
    ? { bytes: Buffer.from(first.url.replace(DATA_URL, ''), 'base64') }
    : { url: first.url };
}
