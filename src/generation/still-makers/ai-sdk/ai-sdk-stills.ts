import { Readable } from 'node:stream';
import { APICallError, generateImage, NoImageGeneratedError } from 'ai';
import { z } from 'zod';
import { writeStream } from '../../../media/write-stream.ts';
import { AdapterError, type StillFailure } from '../../../requests/index.ts';
import { refusalOf, toAdapterError, wordsOf } from '../../ai-sdk-error.ts';
import { PROVIDERS, readModelName } from '../../ai-sdk-providers.ts';
import type { FrameSize } from '../../frame-size.ts';
import { isModeration } from '../../is-moderation.ts';
import type { StillMaker, StillOutcome } from '../../still-maker.ts';
import { imageProviders, nearestShape } from './image-models.ts';
import { createOneQuestion, type OneQuestion } from './one-question.ts';

export interface AiSdkStillsSettings {
  /** Provider and model, e.g. `fal:fal-ai/flux-2`. */
  model: string;
  key: string;
  /** Null: the provider's own. */
  url: string | null;
  priceUsd: number;
  /** Null: as each still is to be; else the only one that the model makes. */
  size: FrameSize | null;
  /** In milliseconds. */
  timeoutMs?: number;
  lookAgainMs?: number;
}

const ID = 'ai-sdk';
const WHO = 'The image model';
/** The best qualities take two minutes. */
const TIMEOUT_MS = 4 * 60_000;
const LOOK_AGAIN_MS = 1000;
const MAX_BYTES = 50_000_000;

/**
 * Image models of the providers that the AI SDK knows. None of them takes a key against asking twice or tells what it was
 * asked, and the SDK would repeat a question by itself, so each is asked once, and one whose answer is lost stays in doubt.
 */
export function createAiSdkStills(settings: AiSdkStillsSettings): StillMaker {
  const { key, priceUsd, timeoutMs = TIMEOUT_MS, lookAgainMs = LOOK_AGAIN_MS } = settings;
  const named = readModelName(settings.model);
  if (named === null) throw unknownModel();
  const provider = imageProviders[named.provider];
  const url = settings.url ?? provider.apiUrl;

  return {
    id: ID,
    priceUsd,
    async make({ prompt, size, seed }, toPath, signal): Promise<StillOutcome> {
      const question = createOneQuestion({ provider: named.provider, apiUrl: url, lookAgainMs });
      const model = await provider.load(named.model, { key, url, fetch: question.fetch });
      const wished = settings.size ?? size;
      let made: Awaited<ReturnType<typeof generateImage>>;
      try {
        made = await generateImage({
          model,
          prompt,
          ...provider.wishes(wished, nearestShape(wished), seed),
          maxRetries: 0,
          abortSignal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
      } catch (error) {
        const failure = failureOf(error, question);
        if (failure !== null) return { outcome: 'refused', failure };
        throw question.wasTaken ? inDoubt(error) : toAdapterError(error, WHO);
      }
      if (isVeiled(made.providerMetadata)) {
        const message = 'The image model looked at its picture and veiled it';
        return { outcome: 'refused', failure: { kind: 'moderation', message, billed: true } };
      }
      await writeStream(Readable.from([made.image.uint8Array]), toPath, MAX_BYTES);
      return { outcome: 'made' };
    },
  };
}

/** Why there is no still, where that is certain; null where it is not known whether one was made and billed. */
function failureOf(error: unknown, { wasSent, wasTaken, lostPicture }: OneQuestion): StillFailure | null {
  if (lostPicture) return { kind: 'maker', message: wordsOf((error as Error).message), billed: true };
  const refusal = wasTaken ? null : refusalOf(error);
  if (refusal !== null) {
    return { kind: refusal.moderation ? 'moderation' : 'maker', message: refusal.message, billed: false };
  }
  if (!(error instanceof Error) || APICallError.isInstance(error) || isOurs(error)) return null;
  const { message, moderation, billed } = toldBy(error);
  if (!wasSent) return { kind: 'maker', message, billed: false };
  return wasTaken ? { kind: moderation ? 'moderation' : 'maker', message, billed } : null;
}

/** A look that was turned away or never went out says nothing of the picture that was asked for before it. */
function inDoubt(error: unknown): AdapterError {
  const { message, code } = toAdapterError(error, WHO);
  return new AdapterError(message, { adapter: ID, code, retryable: false });
}

/** What was thrown on our side, which says nothing of theirs. */
function isOurs(error: Error): boolean {
  return error instanceof AdapterError || ['AbortError', 'TimeoutError'].includes(error.name);
}

const toldByGoogle = z.object({
  google: z.object({ finishReason: z.string().nullish(), promptFeedback: z.object({}).nullish() }),
});
const BLOCKED = /SAFETY|PROHIBITED|BLOCK|SPII|RECITATION/;

/** What a provider says of an answer that has no picture in it. A prompt that Google blocks is not billed. */
function toldBy(error: Error): { message: string; moderation: boolean; billed: boolean } {
  if (!NoImageGeneratedError.isInstance(error)) {
    return { message: wordsOf(error.message), moderation: isModeration(null, error.message), billed: true };
  }
  const told = toldByGoogle.safeParse(error.calls?.[0]?.providerMetadata);
  const reason = told.data?.google.finishReason ?? '';
  const message = `The image model says it is done and has no picture${reason === '' ? '' : `: ${wordsOf(reason)}`}`;
  return { message, moderation: BLOCKED.test(reason), billed: !told.data?.google.promptFeedback };
}

const toldByFal = z.object({ fal: z.object({ images: z.array(z.object({ nsfw: z.literal(true) })).min(1) }) });

/** fal sends a black picture in place of one that its own look at it finds improper. */
function isVeiled(metadata: unknown): boolean {
  return toldByFal.safeParse(metadata).success;
}

function unknownModel(): AdapterError {
  return new AdapterError(
    `STILL_MODEL must name a provider and its model, such as fal:fal-ai/flux-2; providers are ${PROVIDERS.join(', ')}`,
    { adapter: ID, code: 'unknown-model', retryable: false },
  );
}
