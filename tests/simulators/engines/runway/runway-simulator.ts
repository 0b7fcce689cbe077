import type { ServerResponse } from 'node:http';
import type { TaskRetrieveResponse } from '@runwayml/sdk/resources/tasks';
import { readFields, sendFilm, sendJson, serve, strike } from '../serve.ts';
import { createVendor, type Job, type JobOrder, type Vendor, type VendorSettings } from '../vendor.ts';

export interface RunwaySimulator {
  /** Without a version, for `ENGINE_URL`. */
  url: string;
  vendor: Vendor;
  /** Tasks that are said to be throttled until this is false again. */
  throttle: { all: boolean };
  close(): Promise<void>;
}

/** A credit is a cent. */
const CREDITS_PER_SECOND = 12;

/** Runway's tasks over loopback, in the shapes of `@runwayml/sdk`, with a bill of its own. */
export async function startRunwaySimulator(
  settings: VendorSettings & { port?: number; key?: string },
): Promise<RunwaySimulator> {
  const { key } = settings;
  const vendor = createVendor('task', { usdPerSecond: CREDITS_PER_SECOND / 100, ...settings });
  const throttle = { all: false };
  let origin = '';
  const served = await serve(async (request, response, url) => {
    const [, first, second, id] = url.pathname.split('/');
    const isFile = first === 'files';
    if (!isFile) {
      const authorised = key === undefined || request.headers.authorization === `Bearer ${key}`;
      if (!authorised) return fail(response, 401, 'The API key provided is not valid.');
      if (!/^\d{4}-\d\d-\d\d$/.test(String(request.headers['x-runway-version']))) {
        return fail(response, 400, 'X-Runway-Version is missing');
      }
    }
    if (second === 'organization') {
      const models = { 'gen4.5': { maxConcurrentGenerations: 2, maxDailyGenerations: 100 } };
      const tier = { maxMonthlyCreditSpend: 10_000, models };
      return sendJson(response, 200, { creditBalance: 1234, tier, usage: { models: {} } });
    }
    if (request.method === 'POST') {
      const fields = await readFields(request);
      const prompt = String(fields.promptText ?? '');
      const fault = vendor.take('create', prompt);
      if (strike(fault, request, response, problem)) return;
      if (fault?.kind === 'moderation') return fail(response, 400, 'Your prompt did not pass content moderation.');
      const read = readOrder(fields, second ?? '');
      if (read === null) return fail(response, 400, 'Validation of body failed');
      const job = vendor.start(read);
      if (fault?.kind === 'lost-answer') request.socket.destroy();
      else sendJson(response, 200, { id: uuidOf(job), estimatedCost: { credits: job.seconds * CREDITS_PER_SECOND } });
      return;
    }
    const wanted = isFile ? second : id;
    const job = [...vendor.jobs.values()].find((each) => uuidOf(each) === wanted);
    if (job === undefined || job.cancelled) return fail(response, 404, 'Task not found');
    if (isFile) {
      if (strike(vendor.take('content', job.prompt), request, response, problem)) return;
      return job.fate === 'expired' ? fail(response, 403, 'Expired') : sendFilm(vendor, job, response);
    }
    if (request.method === 'DELETE') {
      if (strike(vendor.take('delete', job.prompt), request, response, problem)) return;
      vendor.cancel(job);
      response.writeHead(204).end();
      return;
    }
    if (strike(vendor.take('status', job.prompt), request, response, problem)) return;
    sendJson(response, 200, taskOf(vendor, job, { origin, throttled: throttle.all }));
  }, settings.port);
  origin = served.origin;
  return { url: origin, vendor, throttle, close: served.close };
}

function taskOf(
  vendor: Vendor,
  job: Job,
  { origin, throttled }: { origin: string; throttled: boolean },
): TaskRetrieveResponse {
  const state = vendor.stateOf(job);
  const common = { id: uuidOf(job), createdAt: new Date(job.createdAt).toISOString() };
  const credits = job.seconds * CREDITS_PER_SECOND;
  if (throttled) return { ...common, status: 'THROTTLED', estimatedCost: { credits } };
  switch (state.state) {
    case 'running':
      return { ...common, status: 'RUNNING', progress: state.progress, estimatedCost: { credits } };
    case 'rendered': {
      const output = job.fate === 'no-video' ? [] : [`${origin}/files/${uuidOf(job)}`];
      return { ...common, status: 'SUCCEEDED', cost: { credits }, output };
    }
    case 'failed': {
      // What is moderated after it was rendered is billed.
      const billed = job.fate === 'moderation-after-rendering' ? credits : 0;
      const failureCode = state.why === 'moderation' ? 'SAFETY.OUTPUT.VIDEO' : 'INTERNAL.BAD_OUTPUT.CODE01';
      return { ...common, status: 'FAILED', cost: { credits: billed }, failure: 'The task failed', failureCode };
    }
    default:
      return state satisfies never;
  }
}

function readOrder(fields: Record<string, unknown>, endpoint: string): JobOrder | null {
  const [, width, height] = /^(\d+):(\d+)$/.exec(String(fields.ratio)) ?? [];
  const seconds = Number(fields.duration);
  const prompt = fields.promptText;
  const images = imagesIn(fields.promptImage);
  if (!width || !height || typeof prompt !== 'string' || prompt === '' || !(seconds >= 2 && seconds <= 10)) return null;
  const [picture, ends] = (['first', 'last'] as const).map((at) => images?.includes(at) ?? false);
  const isVeo = String(fields.model).startsWith('veo');
  if (images === null || (endpoint === 'image_to_video') !== picture || (ends && !isVeo)) return null;
  return {
    ...{ prompt, seconds, picture: picture ?? false, ...(ends && { ends }) },
    model: String(fields.model),
    width: Number(width),
    height: Number(height),
    framesPerSecond: 24,
    frames: seconds * 24,
    seed: Number(fields.seed ?? 0),
    sound: isVeo,
  };
}

/** Where the pictures stand that are sent along; null where what is sent is none. A bare one is the first. */
function imagesIn(sent: unknown): ('first' | 'last')[] | null {
  if (sent === undefined) return [];
  const images = typeof sent === 'string' ? [{ position: 'first', uri: sent }] : sent;
  const known = (image: { position?: unknown; uri?: unknown }) =>
    ['first', 'last'].includes(String(image.position)) && String(image.uri).startsWith('data:image/');
  return Array.isArray(images) && images.every(known) ? images.map(({ position }) => position) : null;
}

/** Runway's ids are UUIDs. */
function uuidOf({ id }: Job): string {
  return `00000000-0000-4000-8000-${id.replace(/\D/g, '').padStart(12, '0')}`;
}

function fail(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, problem(status, error));
}

function problem(_status: number, error: string): unknown {
  return { error };
}
