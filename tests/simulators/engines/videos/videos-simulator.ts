import type { IncomingMessage, ServerResponse } from 'node:http';
import sharp from 'sharp';
import { readFields, sendFilm, sendJson, serve, strike } from '../serve.ts';
import { createVendor, type Job, type Vendor, type VendorSettings } from '../vendor.ts';
import { modelsIn, type SimulatedDialect, videoIn } from './answers.ts';
import { readOrder } from './read-order.ts';

export interface VideosSimulator {
  /** With its version, for `ENGINE_URL`. */
  url: string;
  vendor: Vendor;
  close(): Promise<void>;
}

export interface VideosSimulatorSettings extends VendorSettings {
  dialect: SimulatedDialect;
  port?: number;
  /** Refuses every other key where one is given. */
  key?: string;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** `/v1/videos` over loopback, in each dialect, with a bill of its own. */
export async function startVideosSimulator(settings: VideosSimulatorSettings): Promise<VideosSimulator> {
  const { dialect, port, key } = settings;
  const vendor = createVendor(`video_${dialect}`, settings);
  const served = await serve(async (request, response, url) => {
    const exchange = { request, response, url };
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) {
      return fail(exchange, 401, 'Incorrect API key provided');
    }
    const [, , collection, id, part] = url.pathname.split('/');
    const headers: Record<string, string> = dialect === 'litellm' ? { 'x-litellm-version': '1.95.0' } : {};
    if (collection === 'models') return sendJson(response, 200, modelsIn(dialect), headers);
    if (collection !== 'videos') return fail(exchange, 404, 'Not Found');
    if (id === undefined) {
      return request.method === 'POST' ? create(vendor, dialect, exchange) : list(vendor, dialect, exchange);
    }
    if (id === 'extensions' && request.method === 'POST') return extend(vendor, dialect, exchange);
    const job = vendor.jobs.get(id);
    if (job === undefined) return fail(exchange, 404, `Video with id '${id}' not found.`);
    if (part === 'content') return content(vendor, dialect, job, exchange);
    if (part === 'remix') return remix(vendor, dialect, job, exchange);
    return request.method === 'DELETE'
      ? remove(vendor, dialect, job, exchange)
      : status(vendor, dialect, job, exchange);
  }, port);
  return { url: `${served.origin}/v1`, vendor, close: served.close };
}

async function create(vendor: Vendor, dialect: SimulatedDialect, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const fields = await readFields(request);
  const fault = vendor.take('create', String(fields.prompt ?? ''));
  if (strike(fault, request, response, errorBody)) return;
  if (fault?.kind === 'moderation') {
    return fail(exchange, 400, 'Your request was blocked by our moderation system.', 'moderation_blocked');
  }
  const read = readOrder(dialect, fields);
  if ('problem' in read) return fail(exchange, dialect === 'openai' ? 400 : 422, read.problem);
  const job = vendor.start(read.order);
  if (fault?.kind === 'lost-answer') request.socket.destroy();
  else sendJson(response, 200, videoIn(dialect, vendor, job));
}

/** The same video in other words: shape, length and model are those of the video that it is made of. */
async function remix(vendor: Vendor, dialect: SimulatedDialect, source: Job, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  if (request.method !== 'POST' || (dialect !== 'openai' && dialect !== 'litellm')) {
    return fail(exchange, 404, 'Not Found');
  }
  const { prompt, ...unknown } = await readFields(request);
  const fault = vendor.take('create', String(prompt ?? ''));
  if (strike(fault, request, response, errorBody)) return;
  if (typeof prompt !== 'string' || prompt === '' || Object.keys(unknown).length > 0) {
    return fail(exchange, 400, 'Only a prompt is taken');
  }
  if (vendor.stateOf(source).state !== 'rendered') return fail(exchange, 400, 'Video is not ready yet');
  const { width, height, framesPerSecond, frames, sound, seconds, model } = source;
  const order = { width, height, framesPerSecond, frames, sound, seconds, model, seed: null, picture: false };
  const job = vendor.start({ ...order, prompt, remixOf: source.id });
  if (fault?.kind === 'lost-answer') request.socket.destroy();
  else sendJson(response, 200, videoIn(dialect, vendor, job));
}

/** What follows a video of its own, in one with it: so many seconds more are made and billed. */
async function extend(vendor: Vendor, dialect: SimulatedDialect, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  if (dialect !== 'openai') return fail(exchange, 404, 'Not Found');
  const { prompt, seconds, 'video[id]': video, ...unknown } = await readFields(request);
  const fault = vendor.take('create', String(prompt ?? ''));
  if (strike(fault, request, response, errorBody)) return;
  const source = vendor.jobs.get(String(video));
  if (source === undefined) return fail(exchange, 404, 'The video to extend is not there');
  const known = typeof prompt === 'string' && prompt !== '' && ['4', '8', '12', '16', '20'].includes(String(seconds));
  if (!known || Object.keys(unknown).length > 0) return fail(exchange, 400, 'A prompt, seconds and a video are taken');
  if (vendor.stateOf(source).state !== 'rendered') return fail(exchange, 400, 'Video is not ready yet');
  const { width, height, framesPerSecond, sound, model } = source;
  const more = Number(seconds);
  const frames = source.frames + more * framesPerSecond;
  const order = { width, height, framesPerSecond, frames, sound, model, seed: null, picture: false };
  const job = vendor.start({ ...order, prompt, seconds: more, extensionOf: source.id });
  if (fault?.kind === 'lost-answer') request.socket.destroy();
  else sendJson(response, 200, { ...videoIn(dialect, vendor, job), seconds: String(frames / framesPerSecond) });
}

async function status(vendor: Vendor, dialect: SimulatedDialect, job: Job, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  if (strike(vendor.take('status', job.prompt), request, response, errorBody)) return;
  sendJson(response, 200, videoIn(dialect, vendor, job));
}

async function content(vendor: Vendor, dialect: SimulatedDialect, job: Job, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  if (strike(vendor.take('content', job.prompt), request, response, errorBody)) return;
  if (vendor.stateOf(job).state !== 'rendered') return fail(exchange, 400, 'Video is not ready yet');
  if (job.fate === 'no-video' || job.fate === 'expired') return fail(exchange, 404, 'The video is not available');
  // Servers of one's own know no variants.
  const hasVariants = dialect === 'openai' || dialect === 'litellm';
  if (hasVariants && url.searchParams.get('variant') === 'thumbnail') return sendThumbnail(response);
  await sendFilm(vendor, job, response);
}

async function sendThumbnail(response: ServerResponse): Promise<void> {
  const drawn = sharp({ create: { width: 320, height: 180, channels: 3, background: { r: 40, g: 90, b: 160 } } });
  const bytes = await drawn.webp().toBuffer();
  response.writeHead(200, { 'content-type': 'image/webp', 'content-length': String(bytes.length) }).end(bytes);
}

async function remove(vendor: Vendor, dialect: SimulatedDialect, job: Job, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  if (strike(vendor.take('delete', job.prompt), request, response, errorBody)) return;
  if (dialect === 'openai' && vendor.stateOf(job).state === 'running') {
    return fail(exchange, 400, 'Only completed or failed videos can be deleted');
  }
  if (dialect === 'vllm-omni') vendor.cancel(job);
  vendor.forget(job.id);
  sendJson(response, 200, { id: job.id, deleted: true, object: 'video.deleted' });
}

/** Newest first unless told; `after` is the last id of the page before. */
async function list(vendor: Vendor, dialect: SimulatedDialect, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  if (strike(vendor.take('list', ''), request, response, errorBody)) return;
  const all = [...vendor.jobs.values()];
  const ordered = url.searchParams.get('order') === 'asc' ? all : all.reverse();
  const after = url.searchParams.get('after');
  const from = after === null ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(100, Number(url.searchParams.get('limit') ?? 20));
  const page = ordered.slice(from, from + limit);
  sendJson(response, 200, {
    object: 'list',
    data: page.map((job) => videoIn(dialect, vendor, job)),
    first_id: page[0]?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
    has_more: from + limit < ordered.length,
  });
}

function fail({ response }: Exchange, status: number, message: string, code: string | null = null): void {
  sendJson(response, status, errorBody(status, message, code));
}

function errorBody(status: number, message: string, code: string | null = null): unknown {
  return { error: { message, type: status >= 500 ? 'server_error' : 'invalid_request_error', param: null, code } };
}
