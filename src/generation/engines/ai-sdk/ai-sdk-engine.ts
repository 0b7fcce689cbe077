import { readFile } from 'node:fs/promises';
import { experimental_getVideoStatus as getVideoStatus, experimental_startVideo as startVideo } from 'ai';
import { z } from 'zod';
import { openLink } from '../../../media/links/open-link.ts';
import { receiveVideo } from '../../../media/receive-video.ts';
import { AdapterError, type Operation, type ShotFailure, type StoredFile } from '../../../requests/index.ts';
import { isWanting, refusalOf, toAdapterError, wordsOf } from '../../ai-sdk-error.ts';
import { fileHosts, type ProviderId } from '../../ai-sdk-providers.ts';
import { beyondLimits } from '../../beyond-limits.ts';
import { isModeration } from '../../is-moderation.ts';
import { modelLanguages } from '../../model-languages.ts';
import { promptText } from '../../prompt-text.ts';
import type { DownloadOutcome, EngineLimits, OperationStatus, VideoEngine } from '../../video-engine.ts';
import { askInWords, modelFor } from './ask-in-words.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { modelLimits, takesLastPicture } from './model-limits.ts';
import { providers } from './providers.ts';

export interface AiSdkOptions {
  provider: ProviderId;
  /** As the provider names it, e.g. `bytedance/seedance-2.5`. */
  model: string;
  key: string;
  /** Null: the provider's own. */
  url: string | null;
  pricePerSecond: number;
  concurrency: number;
  checkAfterMs: number;
  /** A path on this machine at which a picture can be read. */
  resolvePicture: (picture: StoredFile) => Promise<string>;
  timeoutMs?: number;
}

type Result = Awaited<ReturnType<typeof getVideoStatus>>;

const WHO = 'The engine';
const TIMEOUT_MS = 60_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const MAX_BYTES = 1_000_000_000;

/**
 * Models of the providers that the AI SDK knows, by its start and status. A start goes out once (the SDK would repeat
 * it); no provider but its gateway takes a key, and none lists, so one whose answer is lost is a curator's to settle.
 */
export async function openAiSdkEngine(options: AiSdkOptions): Promise<VideoEngine> {
  const { checkAfterMs, timeoutMs = TIMEOUT_MS } = options;
  const provider = providers[options.provider];
  const url = options.url ?? provider.apiUrl;
  const stopping = new AbortController();
  const load = (model: string) => {
    const guarded = { provider: options.provider, model, apiUrl: provider.apiUrl, url: options.url };
    return provider.load(model, { key: options.key, url: options.url, fetch: createGuardedFetch(guarded) });
  };
  // What is read does not depend on whether a video began with a picture.
  const reading = await load(options.model);
  const limits = limitsOf(options);
  const deadline = () => AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)]);

  async function look(operation: Operation): Promise<Result | Extract<OperationStatus, { state: 'failed' }>> {
    const known = JSON.parse(operationOf(operation));
    try {
      return await getVideoStatus(reading, { operation: known, maxRetries: 0, abortSignal: deadline() });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null) return { state: 'failed', failure: refused(refusal) };
      if (isWanting(error)) return { state: 'failed', failure: failureOf(error.message) };
      throw toAdapterError(error, WHO);
    }
  }

  return {
    id: 'ai-sdk',
    limits,
    async start(order) {
      if (stopping.signal.aborted) throw closed();
      const message = beyondLimits(order, limits);
      if (message !== null) return { outcome: 'refused', failure: { kind: 'engine', message } };
      const { provider: id, model } = options;
      const [picture, ends] = [await pictureOf(order.picture, options), await pictureOf(order.ends ?? null, options)];
      const asking = { provider: id, model, order, picture: picture?.dataUrl ?? null };
      const prompt = promptText(order);
      const asked = {
        model: await load(modelFor(asking)),
        prompt: picture === null ? prompt : { image: picture.bytes, text: prompt },
        ...(ends && { frameImages: [{ image: ends.bytes, frameType: 'last_frame' as const }] }),
        ...askInWords(asking),
      };
      try {
        const { operation } = await startVideo({ ...asked, maxRetries: 0, abortSignal: deadline() });
        return { outcome: 'started', operation: { operation: JSON.stringify(operation) }, checkAfterMs };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal !== null) return { outcome: 'refused', failure: refused(refusal) };
        throw toAdapterError(error, WHO);
      }
    },
    async check(operation) {
      const found = await look(operation);
      if ('state' in found) return found;
      if (found.status === 'pending') return { state: 'running', progress: null, checkAfterMs };
      return found.status === 'error' ? { state: 'failed', failure: failureOf(found.error) } : { state: 'rendered' };
    },
    async download(operation, toPath): Promise<DownloadOutcome> {
      const found = await look(operation);
      if ('state' in found) return { outcome: 'gone', failure: found.failure };
      if (found.status === 'error') return { outcome: 'gone', failure: failureOf(found.error) };
      if (found.status === 'pending') throw adapterError('not-rendered', 'It is not done yet');
      const [video] = found.videos;
      if (video?.type !== 'url') {
        return { outcome: 'gone', failure: { kind: 'engine', message: 'The engine says it is done and has no video' } };
      }
      const rules = {
        adapter: 'ai-sdk',
        hosts: fileHosts[options.provider],
        apiUrl: url,
        deadlineMs: DOWNLOAD_TIMEOUT_MS,
        // Google's files lie elsewhere than it says at first.
        redirects: 3,
      };
      const stream = await openLink(video.url, rules);
      if (stream === null) {
        return { outcome: 'gone', failure: { kind: 'expired', message: 'The engine keeps the file no longer' } };
      }
      await receiveVideo(stream, toPath, { maxBytes: MAX_BYTES });
      return { outcome: 'downloaded' };
    },
    async downloadStill() {
      return false;
    },
    // The SDK has no way to stop a video.
    async cancel(operation) {
      operationOf(operation);
    },
    async find() {
      return [];
    },
    async close() {
      stopping.abort();
    },
  };
}

async function pictureOf(picture: StoredFile | null, { resolvePicture }: AiSdkOptions) {
  if (picture === null) return null;
  const bytes = await readFile(await resolvePicture(picture));
  return { bytes: new Uint8Array(bytes), dataUrl: `data:${picture.type};base64,${bytes.toString('base64')}` };
}

function limitsOf({ provider, model, pricePerSecond, concurrency }: AiSdkOptions): EngineLimits {
  return {
    ...modelLimits(model),
    languages: modelLanguages(model),
    lastPicture: takesLastPicture(provider, model),
    tolerance: { sides: 0.06, seconds: 0.5 },
    still: false,
    remix: false,
    extension: false,
    pricePerSecond,
    concurrency,
    deadlineMs: 60 * 60_000,
    idempotency: 'none',
  };
}

const operationShape = z.object({ operation: z.string().min(2) });

function operationOf(operation: Operation): string {
  const parsed = operationShape.safeParse(operation);
  if (parsed.success) return parsed.data.operation;
  throw adapterError('unknown-operation', 'Not an operation of this engine', false);
}

function failureOf(words: string): ShotFailure {
  return refused({ moderation: isModeration(words, words), message: wordsOf(words) });
}

function refused({ moderation, message }: { moderation: boolean; message: string }): ShotFailure {
  return { kind: moderation ? 'moderation' : 'engine', message };
}

function adapterError(code: string, message: string, retryable = true): AdapterError {
  return new AdapterError(message, { adapter: 'ai-sdk', code, retryable });
}

function closed(): AdapterError {
  return new AdapterError('The engine is closed', {
    adapter: 'ai-sdk',
    code: 'closed',
    retryable: true,
    neverSent: true,
  });
}
