import { z } from 'zod';
import { createAskInForm, type ModelSettings } from '../../../models/ask-in-form.ts';
import { AdapterError } from '../../../requests/index.ts';
import type { Translator } from '../../curation/translator.ts';
import { translatorInstructions } from './translator-instructions.ts';

/** A curator waits for it. */
const TIMEOUT_MS = 20_000;
const LONGEST_TEXT = 4000;
const MOST_TOKENS = 3000;
const LANGUAGE = { en: 'English', ar: 'Arabic' } as const;

/** The only form in which a translator can answer. */
const translated = z.object({ translation: z.string() });

/** A model that translates. A gullible one can at worst mislead a curator, who sees the original. */
export function createOpenaiTranslator(settings: ModelSettings): Translator {
  const ask = createAskInForm(settings, TIMEOUT_MS);
  return {
    async translate(text, into) {
      try {
        const { translation } = await ask({
          instructions: translatorInstructions,
          data: { text: text.slice(0, LONGEST_TEXT), into: LANGUAGE[into] },
          name: 'translation',
          form: translated,
          mostTokens: MOST_TOKENS,
        });
        return translation;
      } catch (error) {
        throw new AdapterError('No translation: it could not be asked, or there is none in its answer', {
          adapter: 'openai-translator',
          code: 'no-translation',
          retryable: true,
          cause: error,
        });
      }
    },
  };
}
