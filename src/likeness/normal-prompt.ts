import { createHash } from 'node:crypto';
import { arabicSpelling } from '../generation/prompt-words/translate-arabic.ts';

/**
 * A prompt without what makes no other prompt of it: case, punctuation, emphasis, blanks, marks that nobody sees, and the
 * letters and vowel marks that Arabic is written with or without.
 */
export function normalPrompt(prompt: string): string {
  return arabicSpelling(
    prompt
      .normalize('NFKC')
      .toLowerCase()
      // An apostrophe joins: `it's` and `its` are one. What joins emoji is none of these.
      .replace(/(?<=\p{L})['’ʼ](?=\p{L})|(?<!\p{Extended_Pictographic}\ufe0f?)\p{Cf}/gu, '')
      .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d]+/gu, ' ')
      .trim(),
  );
}

/** One and the same for prompts that are the same but for what `normalPrompt` takes away. */
export function promptKey(prompt: string): string {
  return createHash('sha256').update(normalPrompt(prompt)).digest('base64url').slice(0, KEY_LENGTH);
}

/** 132 bits: what is folded by it is folded without anybody looking. */
const KEY_LENGTH = 22;
