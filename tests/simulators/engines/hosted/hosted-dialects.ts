import type { Job, JobOrder, Vendor } from '../vendor.ts';
import { sizeIn } from './size-in.ts';

/** Providers of the AI SDK, each with the API that its package speaks; Replicate has a simulator of its own. */
export type HostedProvider = 'fal' | 'google' | 'xai';

interface Answer {
  status: number;
  body: unknown;
}

export interface HostedDialect {
  /** The settings that put it in, besides its address. */
  settings: string;
  /** What stands between the origin and the API's paths, for `ENGINE_URL`. */
  base: string;
  /** The header with the key, as it must read. */
  authorization(key: string): [name: string, value: string];
  /** What is told of key and model, at this path and for the rest of the address; null where nothing is. */
  account(path: string, query: URLSearchParams): unknown;
  isStart(path: string): boolean;
  read(fields: Record<string, unknown>, path: string): JobOrder | { problem: string };
  started(id: string): unknown;
  /** The job that a look is about. */
  jobIn(path: string): string | null;
  look(vendor: Vendor, job: Job, link: string): Answer;
  /** The words are looked at and turned down. */
  refuse(): Answer;
  error(status: number, message: string): unknown;
}

const FRAMES_PER_SECOND = 24;

function order(prompt: unknown, seconds: number, said: { resolution: unknown; shape: unknown }): JobOrder {
  return {
    ...sizeIn(said.resolution, said.shape),
    ...{ prompt: String(prompt), model: null, seconds, seed: null, picture: false, sound: false },
    ...{ framesPerSecond: FRAMES_PER_SECOND, frames: seconds * FRAMES_PER_SECOND },
  };
}

function unknownIn(fields: object, known: readonly string[]): string | null {
  return Object.keys(fields).find((name) => !known.includes(name)) ?? null;
}

export const hostedDialects: Readonly<Record<HostedProvider, HostedDialect>> = {
  fal: fal(),
  google: google(),
  xai: xai(),
};

/** Its queue; lengths are spelt as the endpoints' published types (@fal-ai/client 1.10) spell them. */
function fal(): HostedDialect {
  const problem = (msg: string, type: string) => ({ detail: [{ loc: ['body', 'prompt'], msg, type }] });
  const lengths: readonly (readonly [RegExp, (said: unknown) => boolean])[] = [
    [/^\/fal-ai\/veo3\.1(\/image-to-video)?$/, (said) => ['4s', '6s', '8s'].includes(String(said))],
    [
      /^\/fal-ai\/kling-video\/v3\/pro\/(text|image)-to-video$/,
      (said) => typeof said === 'string' && +said >= 3 && +said <= 15,
    ],
    [/^\/alibaba\/wan-3\.0\/(text|image)-to-video$/, (said) => typeof said === 'number' && said >= 2 && said <= 30],
  ];
  const endpointOf = (path: string) => lengths.find(([pattern]) => pattern.test(path));
  return {
    settings: 'ENGINE=ai-sdk ENGINE_MODEL=fal:alibaba/wan-3.0/text-to-video ENGINE_KEY=any',
    base: '',
    authorization: (key) => ['authorization', `Key ${key}`],
    account(path, query) {
      const endpoint = query.get('endpoint_id') ?? '';
      if (path !== '/models/pricing') return null;
      return {
        prices: endpointOf(`/${endpoint}`) ? [{ endpoint_id: endpoint, unit_price: 0.1, unit: 'seconds' }] : [],
      };
    },
    isStart: (path) => endpointOf(path) !== undefined,
    read(fields, path) {
      const { prompt, duration, resolution, aspect_ratio: shape, image_url: image, start_image_url: start } = fields;
      if (!prompt || !endpointOf(path)?.[1](duration)) return { problem: `unexpected value: ${duration}` };
      const beginsWith = path.includes('/kling-video/') ? start : image;
      if (path.endsWith('/image-to-video') !== (beginsWith !== undefined))
        return { problem: 'image_url: field required' };
      const made = order(prompt, Number.parseInt(String(duration), 10), { resolution: resolution ?? '720p', shape });
      return {
        ...made,
        model: path.slice(1),
        picture: beginsWith !== undefined,
        sound: fields.generate_audio !== false,
      };
    },
    started: (id) => ({
      request_id: id,
      response_url: `https://queue.fal.run/fal-ai/any/requests/${id}`,
      status: 'IN_QUEUE',
    }),
    jobIn: (path) => /^\/fal-ai\/any\/requests\/([^/]+)$/.exec(path)?.[1] ?? null,
    look(vendor, job, link) {
      const state = vendor.stateOf(job);
      if (state.state === 'running') return { status: 400, body: { detail: 'Request is still in progress' } };
      if (state.state === 'rendered') {
        return {
          status: 200,
          body: job.fate === 'no-video' ? { video: null } : { video: { url: link, content_type: 'video/mp4' } },
        };
      }
      return {
        status: 422,
        body: state.why === 'moderation' ? this.refuse().body : problem('It failed', 'generation_error'),
      };
    },
    refuse: () => ({
      status: 422,
      body: problem(
        'The content could not be processed because it was flagged by a content checker.',
        'content_policy_violation',
      ),
    }),
    error: (_status, message) => problem(message, 'error'),
  };
}

/** Veo by the Gemini API. */
function google(): HostedDialect {
  const named = (id: string) => `models/veo-3.1-generate-preview/operations/${id}`;
  return {
    settings: 'ENGINE=ai-sdk ENGINE_MODEL=google:veo-3.1-generate-preview ENGINE_KEY=any',
    base: '/v1beta',
    authorization: (key) => ['x-goog-api-key', key],
    account: (path) => (path === '/v1beta/models/veo-3.1-generate-preview' ? { name: path.slice(8) } : null),
    isStart: (path) => path === '/v1beta/models/veo-3.1-generate-preview:predictLongRunning',
    read({ instances, parameters }) {
      const [instance] = (instances ?? []) as { prompt?: string; image?: unknown; lastFrame?: unknown }[];
      const { aspectRatio, resolution, durationSeconds, ...others } = (parameters ?? {}) as Record<string, unknown>;
      if (!instance?.prompt) return { problem: 'prompt is required' };
      const unknown = unknownIn(others, ['sampleCount', 'seed']);
      if (unknown !== null) return { problem: `\`${unknown}\` isn't supported by this model` };
      const known = ['16:9', '9:16'].includes(String(aspectRatio)) && ['720p', '1080p'].includes(String(resolution));
      if (!known || ![4, 6, 8].includes(Number(durationSeconds))) return { problem: 'The parameters are out of bound' };
      const made = order(instance.prompt, Number(durationSeconds), { resolution, shape: aspectRatio });
      if (instance.lastFrame && !instance.image) return { problem: '`lastFrame` needs an `image`' };
      return {
        ...made,
        picture: instance.image !== undefined,
        ...(instance.lastFrame ? { ends: true } : {}),
        sound: true,
      };
    },
    started: (id) => ({ name: named(id) }),
    jobIn: (path) => /^\/v1beta\/models\/veo-3\.1-generate-preview\/operations\/([^/]+)$/.exec(path)?.[1] ?? null,
    look(vendor, job, link) {
      const state = vendor.stateOf(job);
      const name = named(job.id);
      if (state.state === 'running') return { status: 200, body: { name } };
      if (state.state === 'rendered') {
        const generatedSamples = job.fate === 'no-video' ? [] : [{ video: { uri: `${link}?alt=media` } }];
        return { status: 200, body: { name, done: true, response: { generateVideoResponse: { generatedSamples } } } };
      }
      if (state.why !== 'moderation')
        return { status: 200, body: { name, done: true, error: { code: 13, message: 'Internal' } } };
      const told = {
        raiMediaFilteredCount: 1,
        raiMediaFilteredReasons: ['It shows what it must not. Support codes: 1'],
      };
      return { status: 200, body: { name, done: true, response: { generateVideoResponse: told } } };
    },
    refuse: () => ({
      status: 400,
      body: { error: { code: 400, message: 'The prompt violates the safety guardrails.', status: 'INVALID_ARGUMENT' } },
    }),
    error: (code, message) => ({ error: { code, message, status: 'UNAVAILABLE' } }),
  };
}

function xai(): HostedDialect {
  const FIELDS = ['model', 'prompt', 'duration', 'aspect_ratio', 'resolution', 'generate_audio', 'image', 'last_frame'];
  return {
    settings: 'ENGINE=ai-sdk ENGINE_MODEL=xai:grok-imagine-video-1.5 ENGINE_KEY=any',
    base: '/v1',
    authorization: (key) => ['authorization', `Bearer ${key}`],
    account: (path) =>
      path === '/v1/api-key' ? { api_key_blocked: false, api_key_disabled: false, team_blocked: false } : null,
    isStart: (path) => path === '/v1/videos/generations',
    read(fields) {
      const {
        prompt,
        duration,
        aspect_ratio: shape,
        resolution,
        generate_audio: sound,
        image,
        last_frame: last,
      } = fields;
      const unknown = unknownIn(fields, FIELDS);
      if (unknown !== null || !prompt) return { problem: `Argument not supported: ${unknown ?? 'prompt'}` };
      if (typeof duration !== 'number' || duration < 1 || duration > 15) return { problem: 'duration is out of range' };
      // Its usual one is 480p.
      const made = order(prompt, duration, { resolution: resolution ?? '480p', shape });
      return { ...made, picture: image !== undefined, ...(last ? { ends: true } : {}), sound: sound !== false };
    },
    started: (id) => ({ request_id: id }),
    jobIn: (path) => /^\/v1\/videos\/([^/]+)$/.exec(path)?.[1] ?? null,
    look(vendor, job, link) {
      const state = vendor.stateOf(job);
      if (state.state === 'running')
        return { status: 202, body: { status: 'pending', progress: Math.round(state.progress * 100) } };
      if (state.state === 'failed') {
        if (state.why !== 'moderation')
          return { status: 200, body: { status: 'failed', error: { code: 'internal', message: 'It failed' } } };
        if (job.fate === 'moderation') return this.refuse();
        return { status: 200, body: { status: 'done', video: { url: null, respect_moderation: false } } };
      }
      const video = job.fate === 'no-video' ? null : { url: link, duration: job.seconds, respect_moderation: true };
      return { status: 200, body: { status: 'done', video, progress: 100 } };
    },
    refuse: () => ({ status: 400, body: { code: 'content-moderated', error: 'The video did not pass.' } }),
    error: (status, error) => ({ code: `error-${status}`, error }),
  };
}
