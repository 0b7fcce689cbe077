const AND = ['و', 'ف'];
const PARTICLES = ['ب', 'ك', 'ل', 'س'];
/** `ال` and what melts into it. */
const ARTICLES = ['بال', 'كال', 'ال', 'لل'];

/** What is written onto the front of an Arabic word. */
export const arabicFronts: readonly string[] = [
  ...AND,
  ...['', ...AND].flatMap((and) => [...ARTICLES, ...PARTICLES].map((front) => and + front)),
];
/** As patterns, for any of them or none, and for an article. */
export const ARABIC_FRONT = `(?:${AND.join('|')})?(?:${[...ARTICLES, ...PARTICLES].join('|')})?`;
export const ARABIC_ARTICLE = `(?:${AND.join('|')})?(?:${ARTICLES.join('|')})`;

/** What is written onto its end. */
export const arabicEnds: readonly string[] = 'هما تين ها هم هن نا ات ون ين ان ه ي ك ا'.split(' ');
