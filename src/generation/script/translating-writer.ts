import type { Translator } from '../../moderation/curation/translator.ts';
import { unknownIn } from '../language-change.ts';
import type { PromptWriter } from './prompt-writer.ts';
import { writeScript } from './write-script.ts';

/** The only one that engines which name their languages have in common. */
const LANGUAGE = 'en';

/**
 * Writes nothing but the prompt itself, put into English where the engine does not know its language: the shots are read
 * from that as they would be from the prompt.
 */
export function createTranslatingWriter(translator: Translator): PromptWriter {
  return {
    id: 'translator@1',
    async write({ prompt, style, lengths, languages }) {
      if ((await unknownIn(languages, prompt)) === null) return null;
      const translated = await translator.translate(prompt, LANGUAGE);
      return writeScript({ prompt: translated, options: style === null ? {} : { style } }, lengths);
    },
  };
}
