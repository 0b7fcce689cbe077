/** So many letters tell most gibberish from the beginning of a word. */
export const START_LETTERS = 4;
const MOST_BITS = 31;

/** How long the words are that begin with the first `START_LETTERS` of some letters: a set of lengths, as bits. */
export type WordLengths = (letters: string) => number;

/** Words shorter than `START_LETTERS` are their own beginning; those of more than 30 letters are left out. */
export function lengthsOf(words: Iterable<string>): WordLengths {
  const lengths = new Map<string, number>();
  for (const word of words) {
    if (word.length >= MOST_BITS) continue;
    const start = word.slice(0, START_LETTERS);
    lengths.set(start, (lengths.get(start) ?? 0) | (1 << word.length));
  }
  return (letters) => lengths.get(letters.slice(0, START_LETTERS)) ?? 0;
}

export function hasLength(lengths: number, length: number): boolean {
  return (lengths & (1 << length)) !== 0;
}
