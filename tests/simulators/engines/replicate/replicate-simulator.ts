import type { ServerResponse } from 'node:http';
import { sizeIn } from '../hosted/size-in.ts';
import { readFields, sendFilm, sendJson, serve, strike } from '../serve.ts';
import { createVendor, type Job, type JobOrder, type Vendor, type VendorSettings } from '../vendor.ts';

export interface ReplicateSimulator {
  /** With its version, for `ENGINE_URL`. */
  url: string;
  vendor: Vendor;
  close(): Promise<void>;
}

/** Replicate's predictions over loopback, as far as the AI SDK's provider asks for them, with a bill of its own. */
export async function startReplicateSimulator(
  settings: VendorSettings & { port?: number; key?: string },
): Promise<ReplicateSimulator> {
  const { key } = settings;
  const vendor = createVendor('prediction', settings);
  let origin = '';
  const served = await serve(async (request, response, url) => {
    if (key !== undefined && !url.pathname.startsWith('/files/')) {
      if (request.headers.authorization !== `Bearer ${key}`) return fail(response, 401, 'Unauthenticated');
    }
    const [, first, second, id] = url.pathname.split('/');
    if (request.method === 'POST' && url.pathname.endsWith('/predictions')) {
      const { input } = (await readFields(request)) as { input?: Record<string, unknown> };
      const prompt = String(input?.prompt ?? '');
      const fault = vendor.take('create', prompt);
      if (strike(fault, request, response, problem)) return;
      if (fault?.kind === 'moderation') return fail(response, 422, 'The input was flagged as sensitive. (E005)');
      if (prompt === '') return fail(response, 422, '- input: prompt is required');
      const job = vendor.start(readOrder(input ?? {}, url.pathname));
      if (fault?.kind === 'lost-answer') request.socket.destroy();
      else sendJson(response, 201, prediction(vendor, job, origin));
      return;
    }
    if (request.method === 'GET' && first === 'v1' && second === 'models') {
      if (url.pathname.endsWith('/none')) return fail(response, 404, 'The requested resource could not be found.');
      return sendJson(response, 200, { url: url.href, owner: id });
    }
    const job = vendor.jobs.get(first === 'files' ? (second ?? '').replace(/\.mp4$/, '') : (id ?? ''));
    if (job === undefined) return fail(response, 404, 'Not found');
    if (first === 'files') {
      if (strike(vendor.take('content', job.prompt), request, response, problem)) return;
      if (job.fate === 'expired') return fail(response, 404, 'Not found');
      return sendFilm(vendor, job, response);
    }
    if (strike(vendor.take('status', job.prompt), request, response, problem)) return;
    sendJson(response, 200, prediction(vendor, job, origin));
  }, settings.port);
  origin = served.origin;
  return { url: `${origin}/v1`, vendor, close: served.close };
}

function prediction(vendor: Vendor, job: Job, origin: string): unknown {
  const state = vendor.stateOf(job);
  const failed = state.state === 'failed';
  const moderated = failed && state.why === 'moderation';
  return {
    id: job.id,
    model: job.model,
    status: state.state === 'rendered' ? 'succeeded' : failed ? 'failed' : 'processing',
    output: state.state === 'rendered' && job.fate !== 'no-video' ? `${origin}/files/${job.id}.mp4` : null,
    error: failed
      ? moderated
        ? 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)'
        : 'Ran out of memory'
      : null,
    urls: { get: `${origin}/v1/predictions/${job.id}` },
    metrics: {},
    created_at: new Date(job.createdAt).toISOString(),
  };
}

function readOrder(input: Record<string, unknown>, path: string): JobOrder {
  const { width, height } = sizeIn(input.resolution, input.aspect_ratio);
  const framesPerSecond = Number(input.fps ?? 24);
  const seconds = Number(input.duration ?? 5);
  return {
    prompt: String(input.prompt),
    model: path.split('/').slice(3, 5).join('/'),
    width,
    height,
    framesPerSecond,
    frames: Math.round(seconds * framesPerSecond),
    seconds,
    seed: Number(input.seed ?? 0),
    picture: typeof input.image === 'string',
    sound: input.generate_audio === true,
  };
}

function fail(response: ServerResponse, status: number, detail: string): void {
  sendJson(response, status, problem(status, detail));
}

function problem(status: number, detail: string): unknown {
  return { detail, status, title: 'Problem', error: detail };
}
