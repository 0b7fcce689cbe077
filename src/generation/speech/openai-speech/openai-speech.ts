import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import OpenAI, { APIError } from 'openai';
import { AdapterError } from '../../../requests/index.ts';
import type { Speech } from '../speech.ts';

export interface OpenaiSpeechSettings {
  /** With its version, e.g. `http://127.0.0.1:8880/v1`. */
  url: string;
  key: string;
  model: string;
  voice: string;
}

const ID = 'openai-speech';

/** Of one sentence, in milliseconds. */
const TIMEOUT_MS = 60_000;
const MAX_RETRIES = 1;

/** A voice behind `/audio/speech` of OpenAI's API, which servers of one's own speak too. Takes any language. */
export function createOpenaiSpeech({ url, key, model, voice }: OpenaiSpeechSettings): Speech {
  const client = new OpenAI({ apiKey: key, baseURL: url, timeout: TIMEOUT_MS, maxRetries: MAX_RETRIES });
  return {
    id: ID,
    speaks: (text) => /[\p{L}\p{N}]/u.test(text),
    async speak(text, toPath, signal) {
      try {
        const answer = await client.audio.speech.create(
          { model, voice, input: text, response_format: 'wav' },
          signal ? { signal } : {},
        );
        if (answer.body === null)
          throw new AdapterError('An empty answer', { adapter: ID, code: 'empty', retryable: true });
        await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(toPath));
      } catch (cause) {
        throw toError(cause);
      }
    },
  };
}

function toError(cause: unknown): AdapterError {
  if (cause instanceof AdapterError) return cause;
  const status = cause instanceof APIError ? cause.status : undefined;
  const code = status === undefined ? 'connection-lost' : `http-${status}`;
  const message = cause instanceof Error ? cause.message : String(cause);
  const retryable = status === undefined || status === 429 || status >= 500;
  return new AdapterError(message, { adapter: ID, code, retryable, cause });
}
