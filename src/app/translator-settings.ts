import { z } from 'zod';
import { url } from './kinds-of-setting.ts';

/** The settings of who translates prompts, for curators and for engines. */
export const translatorSettings = {
  TRANSLATOR_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Model that translates prompts for curators who do not read their language, when one asks for it, and, where no `WRITER_MODEL` is set, into English for an engine that does not know their language; without it nothing is translated. It is paid for by the token, and each translation is kept.',
    ),
  TRANSLATOR_URL: url('http', 'https')
    .optional()
    .describe('Address of the translator where it is another server, e.g. a model of your own.'),
  TRANSLATOR_KEY: z
    .string()
    .min(1)
    .optional()
    .describe("The translator's key; servers of one's own mostly want none. Without one for OpenAI, `OPENAI_API_KEY`."),
};
