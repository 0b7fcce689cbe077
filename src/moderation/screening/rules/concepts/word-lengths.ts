/** So many letters tell most gibberish from the beginning of a word, and from its end. */
export const TELLING_LETTERS = 4;
const [FIRST, LAST, APOSTROPHE] = ['a', 'z', "'"].map((letter) => letter.charCodeAt(0)) as [number, number, number];
/** The letters, the apostrophe, and nothing. */
const SIGNS = LAST - FIRST + 3;
const ENGLISH = /^[a-z']{1,30}$/;

/** Sets of lengths, as bits: how long the words may be that begin or end at a place of a text, as far as the letters next to it tell. */
export interface WordLengths {
  from(text: string, start: number): number;
  upTo(text: string, end: number): number;
}

/**
 * Of English words; those of more than 30 letters are left out. They are tables by their first and last letters: they are
 * looked up for each letter of what is no word, and cutting those letters out would take longer.
 */
export function lengthsOf(words: Iterable<string>): WordLengths {
  const byStart = new Uint32Array(SIGNS ** TELLING_LETTERS);
  const byEnd = new Uint32Array(SIGNS ** TELLING_LETTERS);
  for (const word of words) {
    if (!ENGLISH.test(word)) continue;
    addLength(byStart, numberOfStart(word, 0), word.length);
    addLength(byEnd, numberOfEnd(word, word.length), word.length);
  }
  return {
    from: (text, start) => byStart[numberOfStart(text, start)] ?? 0,
    upTo: (text, end) => byEnd[numberOfEnd(text, end)] ?? 0,
  };
}

/** A shorter word stands with whatever letters lie beyond it. */
function addLength(lengths: Uint32Array, letters: number, length: number): void {
  const beyond = SIGNS ** Math.max(0, TELLING_LETTERS - length);
  for (let each = letters; each < letters + beyond; each += 1) lengths[each] = (lengths[each] ?? 0) | (1 << length);
}

export function hasLength(lengths: number, length: number): boolean {
  return (lengths & (1 << length)) !== 0;
}

const numberOfStart = (text: string, start: number) => numberOfLetters(text, start, 1);
const numberOfEnd = (text: string, end: number) => numberOfLetters(text, end - 1, -1);

/** The letters from a place on, in one direction or the other, the nearest first. */
function numberOfLetters(text: string, from: number, step: 1 | -1): number {
  let number = 0;
  let ended = false;
  for (let read = 0; read < TELLING_LETTERS; read += 1) {
    const sign: number = ended ? 0 : numberOfSign(text.charCodeAt(from + read * step));
    ended = sign === 0;
    number = number * SIGNS + sign;
  }
  return number;
}

function numberOfSign(unit: number): number {
  if (unit >= FIRST && unit <= LAST) return unit - FIRST + 1;
  return unit === APOSTROPHE ? SIGNS - 1 : 0;
}
