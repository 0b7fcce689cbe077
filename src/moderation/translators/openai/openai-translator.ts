import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { AdapterError } from '../../../requests/index.ts';
import type { Translator } from '../../curation/translator.ts';
import { translatorInstructions } from './translator-instructions.ts';

export interface TranslatorSettings {
  /** Of any server that speaks OpenAI's Responses API, with its version. */
  url: string;
  key: string;
  model: string;
  /** Asking changes nothing, so it may be asked again. */
  maxRetries: number;
}

/** A curator waits for it. */
const TIMEOUT_MS = 20_000;
const LONGEST_TEXT = 4000;
const MOST_TOKENS = 3000;
const LANGUAGE = { en: 'English', ar: 'Arabic' } as const;

/** The only form in which a translator can answer. */
const translated = z.object({ translation: z.string() });

/** A model that translates. It has no tools, and a gullible one can at worst mislead a curator, who sees the original. */
export function createOpenaiTranslator({ url, key, model, maxRetries }: TranslatorSettings): Translator {
  const client = new OpenAI({ apiKey: key, baseURL: url, maxRetries, timeout: TIMEOUT_MS, logLevel: 'off' });
  return {
    async translate(text, into) {
      const data = { text: text.slice(0, LONGEST_TEXT), into: LANGUAGE[into] };
      try {
        const answer = await client.responses.parse({
          model,
          instructions: translatorInstructions,
          input: [{ role: 'user', content: JSON.stringify(data).toWellFormed() }],
          text: { format: zodTextFormat(translated, 'translation') },
          max_output_tokens: MOST_TOKENS,
          store: false,
        });
        // Also where a model refused to answer, or was cut off.
        if (answer.status !== 'completed' || !answer.output_parsed) throw noTranslation('there is none in the answer');
        return translated.parse(answer.output_parsed).translation;
      } catch (error) {
        throw error instanceof AdapterError
          ? error
          : noTranslation('it could not be asked, or its answer cannot be read', error);
      }
    },
  };
}

function noTranslation(why: string, cause?: unknown): AdapterError {
  const detail = { adapter: 'openai-translator', code: 'no-translation', retryable: true, cause };
  return new AdapterError(`No translation: ${why}`, detail);
}
