import type { Word } from './words.ts';

/** Phrases for each meaning, e.g. `{ night: 'night midnight moonlit', 'zoom-in': 'zoom_in' }`; `_` joins a phrase. */
export type LexiconEntries<Meaning extends string> = Partial<Record<Meaning, string>>;

/** Where a phrase was found. */
export interface Found<Meaning extends string> {
  meaning: Meaning;
  /** Index of its first word, and how many words it has. */
  at: number;
  length: number;
}

export type Lexicon<Meaning extends string> = (words: readonly Word[]) => Found<Meaning>[];

const LONGEST_PHRASE = 4;
const NEGATIONS = new Set(['no', 'without', 'not', 'never']);

/** Makes a finder of phrases, in the order of the text, the longest phrase first. What follows "no" does not count. */
export function createLexicon<Meaning extends string>(entries: LexiconEntries<Meaning>): Lexicon<Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [meaning, phrases] of Object.entries(entries) as [Meaning, string][])
    for (const phrase of phrases.split(/\s+/)) meanings.set(phrase.replaceAll('_', ' '), meaning);
  return (words) => {
    const found: Found<Meaning>[] = [];
    for (let at = 0; at < words.length; at++) {
      const hit = longestAt(words, at, (phrase) => meanings.get(phrase));
      if (!hit) continue;
      if (!NEGATIONS.has(words[at - 1]?.text ?? '')) found.push({ meaning: hit.value, at, length: hit.length });
      at += hit.length - 1;
    }
    return found;
  };
}

/** The longest phrase that begins at a word, as typed or with its last word in the singular. */
export function longestAt<T>(
  words: readonly Word[],
  at: number,
  find: (phrase: string) => T | undefined,
): { value: T; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const slice = words.slice(at, at + length);
    if (slice.slice(1).some((word) => word.afterPause)) continue;
    const typed = slice.map((word) => word.text).join(' ');
    const stemmed = [...slice.slice(0, -1).map((word) => word.text), slice.at(-1)?.stem].join(' ');
    const value = find(typed) ?? find(stemmed);
    if (value !== undefined) return { value, length };
  }
  return null;
}
