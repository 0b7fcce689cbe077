/** So many letters tell most gibberish from the beginning of a word. */
export const START_LETTERS = 4;
const [FIRST, LAST, APOSTROPHE] = ['a', 'z', "'"].map((letter) => letter.charCodeAt(0)) as [number, number, number];
/** The letters, the apostrophe, and nothing. */
const SIGNS = LAST - FIRST + 3;
const ENGLISH = /^[a-z']{1,30}$/;

/** How long the words are that begin at a place of a text, as far as its next letters tell: a set of lengths, as bits. */
export type WordLengths = (text: string, at: number) => number;

/**
 * Of English words; those of more than 30 letters are left out. It is a table by their first letters: it is looked up for
 * each letter of what is no word, and cutting those letters out would take longer.
 */
export function lengthsOf(words: Iterable<string>): WordLengths {
  const lengths = new Uint32Array(SIGNS ** START_LETTERS);
  for (const word of words) {
    if (!ENGLISH.test(word)) continue;
    const start = numberOfStart(word, 0);
    // Whatever comes after a shorter one.
    const following = SIGNS ** Math.max(0, START_LETTERS - word.length);
    for (let each = start; each < start + following; each += 1)
      lengths[each] = (lengths[each] ?? 0) | (1 << word.length);
  }
  return (text, at) => lengths[numberOfStart(text, at)] ?? 0;
}

export function hasLength(lengths: number, length: number): boolean {
  return (lengths & (1 << length)) !== 0;
}

function numberOfStart(text: string, at: number): number {
  let number = 0;
  let ended = false;
  for (let place = at; place < at + START_LETTERS; place += 1) {
    const sign: number = ended ? 0 : numberOfSign(text.charCodeAt(place));
    ended = sign === 0;
    number = number * SIGNS + sign;
  }
  return number;
}

function numberOfSign(unit: number): number {
  if (unit >= FIRST && unit <= LAST) return unit - FIRST + 1;
  return unit === APOSTROPHE ? SIGNS - 1 : 0;
}
