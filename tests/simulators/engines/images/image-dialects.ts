import type OpenAI from 'openai';

/** Who is played: OpenAI's own images API, a server of one's own that speaks it, or a provider of the AI SDK in its own way. */
export type ImageDialect = 'openai' | 'self-hosted' | 'fal' | 'replicate' | 'google' | 'xai';

export interface ReadImageOrder {
  prompt: string;
  /** In pixels, e.g. `1280x720`. */
  size: string;
  seed: number | null;
}

/** What is sent of a picture: itself, or where it lies. */
interface Picture {
  base64: string;
  link: string;
}

interface Answer {
  status: number;
  body: unknown;
}

interface Dialect {
  /** The settings that put it in, besides its address and price. */
  settings: string;
  /** The header with the key, as it must read. */
  authorization(key: string): [name: string, value: string];
  takes(method: string, path: string): boolean;
  read(fields: Record<string, unknown>): ReadImageOrder | { problem: string };
  /** Null: said to be done, and there is none. */
  answer(picture: Picture | null, order: ReadImageOrder): unknown;
  /** The words are looked at and turned down. */
  refuse(): Answer;
  /** The picture that was made is looked at and kept back; null where a dialect does no such thing. */
  keepBack: ((picture: Picture, order: ReadImageOrder) => unknown) | null;
  error(status: number, message: string): unknown;
}

const bearer = (key: string): [string, string] => ['authorization', `Bearer ${key}`];

export const imageDialects: Readonly<Record<ImageDialect, Dialect>> = {
  openai: openaiImages(
    ['model', 'prompt', 'n', 'size', 'quality', 'background', 'moderation', 'output_format', 'output_compression'],
    ({ base64 }) => ({ b64_json: base64 }),
  ),
  'self-hosted': openaiImages(
    ['model', 'prompt', 'n', 'size', 'seed', 'response_format', 'negative_prompt'],
    ({ link }) => ({ url: link }),
  ),
  fal: {
    settings: 'STILL_MAKER=ai-sdk STILL_KEY=any STILL_MODEL=fal:fal-ai/flux-2',
    authorization: (key) => ['authorization', `Key ${key}`],
    takes: (method, path) => method === 'POST' && path === '/v1/fal-ai/flux-2',
    read({ prompt, image_size: size, seed }) {
      const { width, height } = (size ?? {}) as { width?: number; height?: number };
      if (!prompt || !width || !height) return { problem: 'field required' };
      return { prompt: String(prompt), size: `${width}x${height}`, seed: Number(seed) };
    },
    answer: (picture, { prompt, seed }) => ({
      images: picture ? [{ url: picture.link, width: 1, height: 1, content_type: 'image/png' }] : [],
      has_nsfw_concepts: [false],
      ...{ prompt, seed, timings: { inference: 0.1 } },
    }),
    refuse: () => ({ status: 422, body: falProblem('The content could not be processed', 'content_policy_violation') }),
    keepBack: (picture, { prompt }) => ({ images: [{ url: picture.link }], has_nsfw_concepts: [true], prompt }),
    error: (_status, message) => falProblem(message, 'error'),
  },
  replicate: {
    settings: 'STILL_MAKER=ai-sdk STILL_KEY=any STILL_MODEL=replicate:black-forest-labs/flux-2-pro',
    authorization: bearer,
    takes: (method, path) => method === 'POST' && path === '/v1/models/black-forest-labs/flux-2-pro/predictions',
    read({ input }) {
      const { prompt, aspect_ratio: shape, seed } = (input ?? {}) as Record<string, unknown>;
      if (!prompt) return { problem: '- input: prompt is required' };
      return { prompt: String(prompt), size: sizeOf(shape), seed: Number(seed) };
    },
    answer: (picture) => prediction({ status: 'succeeded', output: picture ? [picture.link] : null }),
    refuse: () => ({ status: 422, body: { detail: 'The input was flagged as sensitive. (E005)', status: 422 } }),
    keepBack: () => prediction({ status: 'failed', output: null, error: 'NSFW content detected. (E005)' }),
    error: (status, detail) => ({ detail, status, title: 'Problem' }),
  },
  google: {
    settings: 'STILL_MAKER=ai-sdk STILL_KEY=any STILL_MODEL=google:gemini-3.1-flash-image-preview',
    authorization: (key) => ['x-goog-api-key', key],
    takes: (method, path) => method === 'POST' && path === '/v1/models/gemini-3.1-flash-image-preview:generateContent',
    read({ contents, generationConfig }) {
      const [content] = (contents ?? []) as { parts: { text: string }[] }[];
      const { imageConfig, seed } = (generationConfig ?? {}) as {
        imageConfig?: { aspectRatio: string };
        seed?: number;
      };
      const prompt = content?.parts[0]?.text;
      if (!prompt) return { problem: 'contents is not specified' };
      return { prompt, size: sizeOf(imageConfig?.aspectRatio), seed: seed ?? null };
    },
    answer: (picture) => {
      const data = picture && { inlineData: { mimeType: 'image/png', data: picture.base64 } };
      return { candidates: [{ content: { role: 'model', parts: data ? [data] : [] }, finishReason: 'STOP' }] };
    },
    refuse: () => ({ status: 200, body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } }),
    keepBack: () => ({ candidates: [{ content: {}, finishReason: 'IMAGE_SAFETY' }] }),
    error: (code, message) => ({ error: { code, message, status: 'INTERNAL' } }),
  },
  xai: {
    settings: 'STILL_MAKER=ai-sdk STILL_KEY=any STILL_MODEL=xai:grok-imagine-image',
    authorization: bearer,
    takes: (method, path) => method === 'POST' && path === '/v1/images/generations',
    read({ prompt, aspect_ratio: shape, ...others }) {
      const known = ['model', 'n', 'response_format'];
      const unknown = Object.keys(others).find((name) => !known.includes(name));
      if (unknown !== undefined || !prompt) return { problem: `Argument not supported: ${unknown ?? 'prompt'}` };
      return { prompt: String(prompt), size: sizeOf(shape), seed: null };
    },
    answer: (picture) => ({ data: picture ? [{ b64_json: picture.base64, respect_moderation: true }] : [] }),
    refuse: () => ({ status: 400, body: { code: 'content-moderated', error: 'The prompt did not pass.' } }),
    keepBack: () => ({ data: [{ url: null, respect_moderation: false }] }),
    error: (status, error) => ({ code: `error-${status}`, error }),
  },
};

function openaiImages(known: readonly string[], image: (picture: Picture) => OpenAI.Image): Dialect {
  return {
    settings: 'STILL_MODEL=gpt-image-2',
    authorization: bearer,
    takes: (method, path) => method === 'POST' && path === '/v1/images/generations',
    read(fields) {
      const unknown = Object.keys(fields).find((name) => !known.includes(name));
      if (unknown !== undefined) return { problem: `Unknown parameter: '${unknown}'.` };
      const { prompt, size } = fields as Partial<OpenAI.ImageGenerateParamsNonStreaming>;
      if (typeof prompt !== 'string' || prompt === '' || prompt.length > 32_000) return { problem: "Invalid 'prompt'" };
      const [width = 0, height = 0] = String(size).split('x').map(Number);
      const inBlocks = width > 0 && height > 0 && width % 16 === 0 && height % 16 === 0;
      const ratio = width / height;
      if (!inBlocks || ratio > 3 || ratio < 1 / 3) return { problem: `Invalid size '${size}'.` };
      return { prompt, size: String(size), seed: typeof fields.seed === 'number' ? fields.seed : null };
    },
    answer: (picture, { size }): OpenAI.ImagesResponse => ({
      created: Math.floor(Date.now() / 1000),
      data: picture ? [image(picture)] : [],
      size: size as OpenAI.ImagesResponse['size'] & string,
      ...{ quality: 'medium', background: 'opaque' },
    }),
    refuse: () => ({
      status: 400,
      body: openaiError(400, 'Your request was rejected by the safety system.', 'moderation_blocked'),
    }),
    keepBack: null,
    error: (status, message) => openaiError(status, message, null),
  };
}

function openaiError(status: number, message: string, code: string | null): unknown {
  return { error: { message, type: status >= 500 ? 'server_error' : 'invalid_request_error', param: null, code } };
}

function falProblem(msg: string, type: string): unknown {
  return { detail: [{ loc: ['body', 'prompt'], msg, type }] };
}

/** `urls.get` is filled in where it is sent. */
function prediction(state: { status: string; output: string[] | null; error?: string }): unknown {
  return { id: 'p1', error: null, urls: { get: '' }, ...state };
}

function sizeOf(shape: unknown): string {
  const [across = 1, down = 1] = String(shape ?? '1:1')
    .split(':')
    .map(Number);
  return `${across * 80}x${down * 80}`;
}
