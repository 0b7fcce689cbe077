import { Readable } from 'node:stream';
import OpenAI from 'openai';
import { openLink } from '../../../media/links/open-link.ts';
import { writeStream } from '../../../media/write-stream.ts';
import { AdapterError } from '../../../requests/index.ts';
import type { FrameSize } from '../../frame-size.ts';
import { refusalOf, toAdapterError } from '../../openai-error.ts';
import type { StillMaker, StillOrder, StillOutcome } from '../../still-maker.ts';
import { readImageAnswer } from './image-answer.ts';

export interface OpenaiImagesSettings {
  /** With its version, e.g. `http://127.0.0.1:30000/v1`. */
  url: string;
  key: string;
  model: string;
  priceUsd: number;
  /** Null: as each still is to be; else the only one that the model makes. */
  size: FrameSize | null;
  /** In milliseconds. */
  timeoutMs?: number;
}

const ID = 'openai-images';
/** The best qualities take two minutes. */
const TIMEOUT_MS = 4 * 60_000;
const MAX_BYTES = 50_000_000;
/** Models think in blocks of so many pixels, and some take no other sides. */
const BLOCK = 16;
/** In UTF-16 units; the published limit. */
const LONGEST_PROMPT = 32_000;

/**
 * Any server that speaks OpenAI's `/v1/images/generations`. It has no idempotency key and lists nothing, and the client
 * would repeat a question by itself, so each is asked once, and one whose answer is lost stays in doubt.
 */
export function createOpenaiImages(settings: OpenaiImagesSettings): StillMaker {
  const { url, key, model, timeoutMs = TIMEOUT_MS } = settings;
  const client = new OpenAI({
    baseURL: url,
    apiKey: key,
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    // A redirect could lead anywhere, with our key.
    fetchOptions: { redirect: 'error' },
  });
  // OpenAI's own models know of no seed, and it refuses what it does not know; each of their pictures is another anyway.
  let takesSeed = true;

  async function ask({ prompt, size, seed }: StillOrder, signal: AbortSignal): Promise<unknown> {
    const { width, height } = settings.size ?? inBlocks(size);
    const body = { model, prompt: prompt.slice(0, LONGEST_PROMPT), size: `${width}x${height}`, n: 1 };
    if (!takesSeed) return client.images.generate(body, { signal });
    try {
      return await client.images.generate({ ...body, seed } as OpenAI.ImageGenerateParamsNonStreaming, { signal });
    } catch (error) {
      if (!/\bseed\b/.test(refusalOf(error)?.message ?? '')) throw error;
      takesSeed = false;
      return client.images.generate(body, { signal });
    }
  }

  return {
    id: ID,
    priceUsd: settings.priceUsd,
    async make(order, toPath, signal): Promise<StillOutcome> {
      let body: unknown;
      try {
        body = await ask(order, signal);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw toAdapterError(error, { adapter: ID, who: 'The image model' });
        const kind = refusal.moderation ? 'moderation' : 'maker';
        return { outcome: 'refused', failure: { kind, message: refusal.message, billed: false } };
      }
      const image = readImageAnswer(body);
      if (image === null) return nothing('The image model says it is done and has no picture');
      return 'bytes' in image ? write(image.bytes, toPath) : fetchImage(image.url, url, toPath);
    },
  };
}

function inBlocks({ width, height }: FrameSize): FrameSize {
  return { width: toBlocks(width), height: toBlocks(height) };
}

function toBlocks(side: number): number {
  return Math.max(BLOCK, Math.round(side / BLOCK) * BLOCK);
}

async function write(bytes: Buffer, toPath: string): Promise<StillOutcome> {
  await writeStream(Readable.from([bytes]), toPath, MAX_BYTES);
  return { outcome: 'made' };
}

/** What is paid for is fetched once more where it does not come; after that it is lost, and not in doubt. */
async function fetchImage(link: string, apiUrl: string, toPath: string): Promise<StillOutcome> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const stream = await openLink(link, { adapter: ID, hosts: 'any', apiUrl });
      if (stream === null) return nothing('The picture is not where the image model says');
      await writeStream(stream, toPath, MAX_BYTES);
      return { outcome: 'made' };
    } catch (error) {
      if (error instanceof AdapterError && error.code === 'disk-full') throw error;
    }
  }
  return nothing('The picture could not be fetched');
}

function nothing(message: string): StillOutcome {
  return { outcome: 'refused', failure: { kind: 'maker', message, billed: true } };
}
