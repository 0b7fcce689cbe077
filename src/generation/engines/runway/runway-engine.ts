import { readFile } from 'node:fs/promises';
import RunwayML from '@runwayml/sdk';
import type { TaskRetrieveResponse } from '@runwayml/sdk/resources/tasks';
import { z } from 'zod';
import { openLink } from '../../../media/links/open-link.ts';
import { receiveVideo } from '../../../media/receive-video.ts';
import { AdapterError, type Operation, type ShotOrder, type StoredFile } from '../../../requests/index.ts';
import { beyondLimits } from '../../beyond-limits.ts';
import { promptText } from '../../prompt-text.ts';
import type { DownloadOutcome, EngineLimits, VideoEngine } from '../../video-engine.ts';
import { type RunwayModel, ratioOf, runwayModels } from './model-limits.ts';
import { dollarsOf, LEAST_CHECK_MS, statusOf } from './task-status.ts';
import { refusalOf, toAdapterError } from './vendor-error.ts';

export interface RunwayOptions {
  key: string;
  /** Null: Runway's own. */
  url: string | null;
  model: RunwayModel;
  pricePerSecond: number;
  concurrency: number;
  /** Of Runway's own service at least five seconds. */
  checkAfterMs: number;
  /** A path on this machine at which a picture can be read. */
  resolvePicture: (picture: StoredFile) => Promise<string>;
  timeoutMs?: number;
}

export const OWN_URL = 'https://api.dev.runwayml.com';
const TIMEOUT_MS = 60_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const MAX_BYTES = 1_000_000_000;

/** Where Runway's links lead, which last for a day or two. */
const FILE_HOSTS = ['.cloudfront.net', '.runwayml.com', '.amazonaws.com'];

/**
 * Runway. A start goes out once; there is neither a key nor a list, so one whose answer is lost is a curator's to
 * settle. What it estimates at the start goes before the price table, what a task cost in the end before that.
 */
export function createRunwayEngine(options: RunwayOptions): VideoEngine {
  const url = options.url ?? OWN_URL;
  const limits = limitsOf(options);
  const stopping = new AbortController();
  const client = new RunwayML({
    apiKey: options.key,
    baseURL: url,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    maxRetries: 0,
    logLevel: 'off',
    // A redirect could lead anywhere, with our key.
    fetchOptions: { redirect: 'error' },
  });
  const call = { signal: stopping.signal };
  const checkAfterMs = options.url === null ? Math.max(LEAST_CHECK_MS, options.checkAfterMs) : options.checkAfterMs;

  async function retrieve(operation: Operation): Promise<TaskRetrieveResponse | null> {
    const id = taskOf(operation);
    try {
      const task = await client.tasks.retrieve(id, call);
      if (typeof task !== 'object' || typeof task.status !== 'string') throw badAnswer();
      return task;
    } catch (error) {
      if (error instanceof RunwayML.NotFoundError) return null;
      throw toAdapterError(error);
    }
  }

  return {
    id: 'runway',
    limits,
    async start(order) {
      if (stopping.signal.aborted) throw closed();
      const message = beyondLimits(order, limits) ?? wantsPicture(order, options.model);
      if (message !== null) return { outcome: 'refused', failure: { kind: 'engine', message } };
      const images = await imagesOf(order, options.resolvePicture);
      try {
        const task = await ask(client, order, { model: options.model, images, call });
        if (typeof task?.id !== 'string') throw badAnswer();
        const credits = task.estimatedCost?.credits;
        const estimate = credits === undefined ? {} : { estimateUsd: dollarsOf(credits) };
        return { outcome: 'started', operation: { task: task.id }, checkAfterMs, ...estimate };
      } catch (error) {
        const failure = refusalOf(error);
        if (failure !== null) return { outcome: 'refused', failure };
        throw toAdapterError(error);
      }
    },
    async check(operation) {
      const task = await retrieve(operation);
      if (task !== null) return statusOf(task, checkAfterMs);
      // Cancelled and deleted tasks are known no more.
      return { state: 'failed', failure: { kind: 'expired', message: 'The engine knows nothing of it any more' } };
    },
    async download(operation, toPath): Promise<DownloadOutcome> {
      const task = await retrieve(operation);
      const status = task === null ? null : statusOf(task, 0);
      if (status?.state === 'failed') return { outcome: 'gone', failure: status.failure };
      if (status?.state === 'running') throw adapterError('not-rendered', 'It is not done yet');
      const [link] = task?.status === 'SUCCEEDED' ? task.output : [];
      const rules = { adapter: 'runway', hosts: FILE_HOSTS, apiUrl: url, deadlineMs: DOWNLOAD_TIMEOUT_MS };
      const stream = link === undefined ? null : await openLink(link, rules);
      if (stream === null) return { outcome: 'gone', failure: { kind: 'expired', message: 'There is no file of it' } };
      await receiveVideo(stream, toPath, { maxBytes: MAX_BYTES });
      return { outcome: 'downloaded' };
    },
    async downloadStill() {
      return false;
    },
    async cancel(operation) {
      const task = await retrieve(operation);
      // Of a task that is over, this would delete the file.
      if (task === null || statusOf(task, 0).state !== 'running') return;
      try {
        await client.tasks.delete(task.id, call);
      } catch (error) {
        if (!(error instanceof RunwayML.NotFoundError)) throw toAdapterError(error);
      }
    },
    async find() {
      return [];
    },
    async close() {
      stopping.abort();
    },
  };
}

async function ask(
  client: RunwayML,
  order: ShotOrder,
  { model, images, call }: { model: RunwayModel; images: PromptImage[]; call: { signal: AbortSignal } },
): Promise<{ id: string; estimatedCost?: { credits: number } }> {
  const ratio = ratioOf(order.aspect, order.resolution);
  const body = { model, promptText: promptText(order), ratio, duration: order.seconds, seed: order.seed };
  if (images.length === 0) {
    return client.textToVideo.create(body as RunwayML.TextToVideoCreateParams, { ...call, maxRetries: 0 });
  }
  const withImage = { ...body, promptImage: images } as RunwayML.ImageToVideoCreateParams;
  return client.imageToVideo.create(withImage, { ...call, maxRetries: 0 });
}

interface PromptImage {
  position: 'first' | 'last';
  uri: string;
}

async function imagesOf(
  { picture, ends }: ShotOrder,
  resolvePicture: (picture: StoredFile) => Promise<string>,
): Promise<PromptImage[]> {
  if (picture === null) return [];
  const first = { position: 'first', uri: await pictureUri(picture, resolvePicture) } as const;
  return ends ? [first, { position: 'last', uri: await pictureUri(ends, resolvePicture) }] : [first];
}

async function pictureUri(
  picture: StoredFile,
  resolvePicture: (picture: StoredFile) => Promise<string>,
): Promise<string> {
  return `data:${picture.type};base64,${(await readFile(await resolvePicture(picture))).toString('base64')}`;
}

function wantsPicture(order: ShotOrder, model: RunwayModel): string | null {
  return order.picture === null && !runwayModels[model].words ? `${model} makes clips of pictures only` : null;
}

function limitsOf({ model, pricePerSecond, concurrency }: RunwayOptions): EngineLimits {
  const { words: _words, ...limits } = runwayModels[model];
  return {
    ...limits,
    framesPerSecond: [24],
    languages: 'any',
    picture: true,
    still: false,
    remix: false,
    extension: false,
    tolerance: { sides: 0.06, seconds: 0.5 },
    pricePerSecond,
    concurrency,
    deadlineMs: 60 * 60_000,
    idempotency: 'none',
  };
}

const operationShape = z.object({ task: z.string().min(1) });

function taskOf(operation: Operation): string {
  const parsed = operationShape.safeParse(operation);
  if (parsed.success) return parsed.data.task;
  throw new AdapterError('Not an operation of this engine', {
    adapter: 'runway',
    code: 'unknown-operation',
    retryable: false,
  });
}

function badAnswer(): AdapterError {
  return adapterError('bad-answer', 'The engine answered with something that is no task');
}

function adapterError(code: string, message: string): AdapterError {
  return new AdapterError(message, { adapter: 'runway', code, retryable: true });
}

function closed(): AdapterError {
  return new AdapterError('The engine is closed', {
    adapter: 'runway',
    code: 'closed',
    retryable: true,
    neverSent: true,
  });
}
