import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import OpenAI, { APIError } from 'openai';
import { writeStream } from '../../../media/write-stream.ts';
import { AdapterError } from '../../../requests/index.ts';
import type { Speech } from '../speech.ts';

export interface OpenaiSpeechSettings {
  /** With its version, e.g. `http://127.0.0.1:8880/v1`. */
  url: string;
  key: string;
  model: string;
  voice: string;
  /** Of one sentence, in milliseconds, for each of two tries. */
  timeoutMs?: number;
}

const ID = 'openai-speech';

const TIMEOUT_MS = 60_000;
/** Ten minutes of speech in the best sound that voices have. */
const MAX_BYTES = 64e6;
const MAX_RETRIES = 1;

/** A voice behind `/audio/speech` of OpenAI's API, which servers of one's own speak too. Takes any language. */
export function createOpenaiSpeech(settings: OpenaiSpeechSettings): Speech {
  const { url, key, model, voice, timeoutMs = TIMEOUT_MS } = settings;
  const client = new OpenAI({ apiKey: key, baseURL: url, timeout: timeoutMs, maxRetries: MAX_RETRIES });
  return {
    speaks: (text) => /[\p{L}\p{N}]/u.test(text),
    async speak(text, toPath, signal) {
      // The client's own deadline is over as soon as sound begins to come.
      const whole = AbortSignal.timeout(timeoutMs * (1 + MAX_RETRIES));
      const until = signal ? AbortSignal.any([signal, whole]) : whole;
      try {
        const order = { model, voice, input: text, response_format: 'wav' } as const;
        const answer = await client.audio.speech.create(order, { signal: until });
        if (answer.body === null)
          throw new AdapterError('An empty answer', { adapter: ID, code: 'empty', retryable: true });
        await writeStream(Readable.fromWeb(answer.body as ReadableStream, { signal: until }), toPath, MAX_BYTES);
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
