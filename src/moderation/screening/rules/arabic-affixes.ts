const AND = ['و', 'ف'];
const PARTICLES = ['ب', 'ك', 'ل', 'س'];
/** `ال` and what melts into it; `لال` is `لل`, misspelt. */
const ARTICLES = ['بال', 'كال', 'لال', 'ال', 'لل'];

/** What is written onto the front of an Arabic word. */
export const arabicFronts: readonly string[] = [
  ...AND,
  ...['', ...AND].flatMap((and) => [...ARTICLES, ...PARTICLES].map((front) => and + front)),
];
/** What is written onto its end, the longest first. */
export const arabicEnds: readonly string[] = 'هما تين ها هم هن نا ات ون ين ان ه ي ك ا'.split(' ');
/** As patterns, for any of them or none, and for an article. */
export const ARABIC_FRONT = `(?:${AND.join('|')})?(?:${[...ARTICLES, ...PARTICLES].join('|')})?`;
export const ARABIC_END = `(?:${arabicEnds.join('|')})?`;
export const ARABIC_ARTICLE = `(?:${AND.join('|')})?(?:${ARTICLES.join('|')})`;

const FRONTS: ReadonlySet<string> = new Set(arabicFronts);
const ENDS: ReadonlySet<string> = new Set(arabicEnds);
export const LONGEST_FRONT = longest(arabicFronts);
export const LONGEST_END = longest(arabicEnds);

/** A word without the longest of the fronts with which it begins. Told without a pattern: every word of a text is asked. */
export function withoutFront(word: string): string {
  for (let length = LONGEST_FRONT; length > 0; length -= 1) {
    if (FRONTS.has(word.slice(0, length))) return word.slice(length);
  }
  return word;
}

/** A word without the longest of the endings. */
export function withoutEnd(word: string): string {
  for (let length = LONGEST_END; length > 0; length -= 1) {
    if (ENDS.has(word.slice(-length))) return word.slice(0, -length);
  }
  return word;
}

function longest(affixes: readonly string[]): number {
  return Math.max(...affixes.map(({ length }) => length));
}
