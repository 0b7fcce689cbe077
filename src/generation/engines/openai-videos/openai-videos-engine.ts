import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import OpenAI from 'openai';
import { receiveVideo } from '../../../media/receive-video.ts';
import { writeStream } from '../../../media/write-stream.ts';
import { AdapterError, type Clock, type ShotOrder, type StoredFile } from '../../../requests/index.ts';
import { beyondLimits } from '../../beyond-limits.ts';
import { modelLanguages } from '../../model-languages.ts';
import { promptOf, promptText } from '../../prompt-text.ts';
import type { DownloadOutcome, EngineLimits, FoundOperation, VideoEngine } from '../../video-engine.ts';
import { createBody } from './create-body.ts';
import { type DialectId, dialects } from './dialects.ts';
import { createLookTogether } from './look-together.ts';
import { refusalOf, toAdapterError } from './vendor-error.ts';
import { readVideoAnswer, statusOf, toOperation, type VideoAnswer, videoOf } from './video-answer.ts';

export interface OpenaiVideosOptions {
  /** With its version, e.g. `http://127.0.0.1:30000/v1`. */
  url: string;
  key: string;
  dialect: DialectId;
  /** Null: the server's own. */
  model: string | null;
  pricePerSecond: number;
  concurrency: number;
  /** How soon another look is worth it, in milliseconds. */
  checkAfterMs: number;
  /** A path on this machine at which a picture can be read. */
  resolvePicture: (picture: StoredFile) => Promise<string>;
  /** For each call but a download, in milliseconds. */
  timeoutMs?: number;
  clock?: Clock;
}

const TIMEOUT_MS = 60_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

/** A page of the list, and how many are looked at: more than any engine makes between an intent and its settling. */
const LIST_PAGE = 100;
const LIST_AT_MOST = 1000;

/** Jobs are kept in memory by some, and gone after a restart. */
const FORGOTTEN = { kind: 'expired', message: 'The engine knows nothing of it any more' } as const;
const NO_VIDEO = { kind: 'engine', message: 'The engine says it is done and has no video' } as const;

/** Files above this are no clip of a minute. */
const MAX_BYTES = 1_000_000_000;
const MAX_STILL_BYTES = 20_000_000;

/**
 * Any server that speaks `/v1/videos`. The protocol has no idempotency key and the client would repeat a start by
 * itself (three POSTs on a timeout, 429 or 5xx, seen in openai 7.57), so a start goes out once, and one whose answer is
 * lost is looked for in the server's list.
 */
export function createOpenaiVideosEngine(options: OpenaiVideosOptions): VideoEngine {
  const { resolvePicture, model, checkAfterMs, clock = () => new Date() } = options;
  const dialect = dialects[options.dialect];
  const limits = limitsOf(options);
  const stopping = new AbortController();
  const client = new OpenAI({
    baseURL: options.url,
    apiKey: options.key,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    maxRetries: 0,
    // What the answers hold is for us; nothing of it belongs into anybody's log.
    logLevel: 'off',
    // A redirect could lead anywhere, with our key.
    fetchOptions: { redirect: 'error' },
  });
  const { videos } = client;
  const call = { signal: stopping.signal };

  async function retrieve(id: string): Promise<VideoAnswer | null> {
    try {
      return readVideoAnswer(await videos.retrieve(id, call));
    } catch (error) {
      if (error instanceof OpenAI.NotFoundError) return null;
      throw toAdapterError(error);
    }
  }

  const look = createLookTogether({
    retrieve,
    listPages: (pages) => newest(videos, pages * LIST_PAGE, call),
    isRunning: (answer) => statusOf(answer, { now: clock(), checkAfterMs: 0 }).state === 'running',
  });

  /** Null where the server has none though it says that it is done. */
  async function fetchContent(id: string, toPath: string): Promise<DownloadOutcome | null> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]);
    try {
      const response = await videos.downloadContent(id, { variant: 'video' }, { signal, timeout: DOWNLOAD_TIMEOUT_MS });
      if (response.body === null) return null;
      const stream = Readable.fromWeb(response.body as ReadableStream, { signal });
      await receiveVideo(stream, toPath, { maxBytes: MAX_BYTES });
      return { outcome: 'downloaded' };
    } catch (error) {
      if (!hasNone(error)) throw toAdapterError(error);
      return whyThereIsNone(await retrieve(id), clock());
    }
  }

  async function create(order: ShotOrder): Promise<unknown> {
    const body = await createBody(order, dialect, model, resolvePicture);
    return videos.create(body as OpenAI.VideoCreateParams, { ...call, maxRetries: 0 });
  }

  /** What is asked of a video of the server's own: to make it anew, or to go on from it. Null: neither. */
  function askOfOwn(order: ShotOrder): Promise<unknown> | null {
    const [prompt, how] = [promptText(order), { ...call, maxRetries: 0 }];
    if (order.remakes && dialect.remixes) return videos.remix(videoOf(order.remakes), { prompt }, how);
    if (!order.extends || !dialect.extends) return null;
    const seconds = String(order.seconds) as OpenAI.VideoSeconds;
    return videos.extend({ prompt, seconds, video: { id: videoOf(order.extends.operation) } }, how);
  }

  /**
   * Null where nothing is to be made of another video, or where the server has neither the video nor the question: then
   * it is certain that nothing was begun, and it is made of its words, and of the last picture where it goes on.
   */
  async function fromOwnVideo(order: ShotOrder): Promise<unknown> {
    try {
      return await askOfOwn(order);
    } catch (error) {
      const unknown = error instanceof OpenAI.APIError && [404, 405, 410, 501].includes(error.status ?? 0);
      // Moderation would say the same of the words alone; anything else is about the video.
      if (unknown || refusalOf(error)?.kind === 'engine') return null;
      throw error;
    }
  }

  return {
    id: 'openai-videos',
    limits,
    async start(order) {
      if (stopping.signal.aborted) throw closed();
      const message = beyondLimits(order, limits);
      if (message !== null) return { outcome: 'refused', failure: { kind: 'engine', message } };
      try {
        const answer = (await fromOwnVideo(order)) ?? (await create(order));
        return { outcome: 'started', operation: toOperation(readVideoAnswer(answer)), checkAfterMs };
      } catch (error) {
        const failure = refusalOf(error);
        if (failure !== null) return { outcome: 'refused', failure };
        throw toAdapterError(error);
      }
    },
    async check(operation) {
      const answer = await look(videoOf(operation));
      if (answer !== null) return statusOf(answer, { now: clock(), checkAfterMs: jittered(checkAfterMs) });
      return { state: 'failed', failure: FORGOTTEN };
    },
    async download(operation, toPath): Promise<DownloadOutcome> {
      const id = videoOf(operation);
      const outcome = await fetchContent(id, toPath);
      // It may have been done between the first answer and the look at it: what was paid for is asked for once more.
      return outcome ?? (await fetchContent(id, toPath)) ?? { outcome: 'gone', failure: NO_VIDEO };
    },
    async downloadStill(operation, toPath) {
      if (!limits.still) return false;
      try {
        const response = await videos.downloadContent(videoOf(operation), { variant: 'thumbnail' }, call);
        // Who has none mostly says so; some know no variants and send the video.
        if (!response.headers.get('content-type')?.startsWith('image/')) {
          await response.body?.cancel();
          return false;
        }
        await writeStream(Readable.fromWeb(response.body as ReadableStream), toPath, MAX_STILL_BYTES);
        return true;
      } catch (error) {
        if (hasNone(error)) return false;
        throw toAdapterError(error);
      }
    },
    async cancel(operation) {
      const id = videoOf(operation);
      if (!dialect.deleteStops) return;
      const answer = await retrieve(id);
      if (answer === null || statusOf(answer, { now: clock(), checkAfterMs: 0 }).state !== 'running') return;
      try {
        await videos.delete(id, call);
      } catch (error) {
        if (!(error instanceof OpenAI.NotFoundError)) throw toAdapterError(error);
      }
    },
    async find(since) {
      try {
        return await listSince(videos, since, call);
      } catch (error) {
        // A list is offered by most and not by all.
        const none = error instanceof OpenAI.APIError && [404, 405, 501].includes(error.status ?? 0);
        if (none) return [];
        throw toAdapterError(error);
      }
    },
    async close() {
      stopping.abort();
    },
  };
}

function limitsOf({ dialect, model, pricePerSecond, concurrency }: OpenaiVideosOptions): EngineLimits {
  return {
    ...dialects[dialect].limits,
    languages: modelLanguages(model),
    picture: true,
    // No dialect has a field for it.
    lastPicture: false,
    still: dialects[dialect].thumbnail,
    remix: dialects[dialect].remixes,
    extension: dialects[dialect].extends,
    pricePerSecond,
    concurrency,
    deadlineMs: 60 * 60_000,
    idempotency: 'list',
  };
}

/** At most so many of the newest. */
async function newest(videos: OpenAI['videos'], most: number, call: { signal: AbortSignal }): Promise<VideoAnswer[]> {
  const found: VideoAnswer[] = [];
  for await (const each of videos.list({ order: 'desc', limit: LIST_PAGE }, call)) {
    found.push(readVideoAnswer(each));
    if (found.length >= most) break;
  }
  return found;
}

/** The newest first, back to the moment that is asked for. Servers tell seconds only. */
async function listSince(
  videos: OpenAI['videos'],
  since: string,
  call: { signal: AbortSignal },
): Promise<FoundOperation[]> {
  const from = Math.floor(Date.parse(since) / 1000);
  const found: FoundOperation[] = [];
  let seen = 0;
  for await (const each of videos.list({ order: 'desc', limit: LIST_PAGE }, call)) {
    seen += 1;
    const video = readVideoAnswer(each);
    const startedAt = video.created_at ?? null;
    if (seen > LIST_AT_MOST || (startedAt !== null && startedAt < from)) break;
    found.push({
      operation: toOperation(video),
      prompt: video.prompt == null ? null : promptOf(video.prompt),
      startedAt: startedAt === null ? null : new Date(startedAt * 1000).toISOString(),
    });
  }
  return found;
}

/** Why there is no file: it is not made yet, or it failed; null where it is said to be done. */
function whyThereIsNone(answer: VideoAnswer | null, now: Date): DownloadOutcome | null {
  if (answer === null) return { outcome: 'gone', failure: FORGOTTEN };
  const status = statusOf(answer, { now, checkAfterMs: 0 });
  if (status.state === 'running') {
    throw new AdapterError('It is not done yet', { adapter: 'openai-videos', code: 'not-rendered', retryable: true });
  }
  return status.state === 'failed' ? { outcome: 'gone', failure: status.failure } : null;
}

/** 400, 409 and 425 are how some say "not yet"; 404 and 410 that there is none. */
function hasNone(error: unknown): boolean {
  return error instanceof OpenAI.APIError && [400, 404, 409, 410, 425].includes(error.status ?? 0);
}

/** Many that wait must not look all at once. */
function jittered(ms: number): number {
  return Math.round(ms * (0.85 + 0.3 * Math.random()));
}

function closed(): AdapterError {
  return new AdapterError('The engine is closed', {
    adapter: 'openai-videos',
    code: 'closed',
    retryable: true,
    neverSent: true,
  });
}
