const AND = ['', 'و', 'ف'];
const PARTICLES = ['', 'ب', 'ك', 'ل', 'س'];

/** `ال` and what melts into it. */
const ARTICLES = ['ال', 'بال', 'كال', 'لل'];

/** What is written onto the front of an Arabic word, the longest first. */
export const articles: readonly string[] = fronts(ARTICLES);
export const arabicFronts: readonly string[] = fronts([...PARTICLES, ...ARTICLES]);

/** What is written onto its end. */
export const arabicEnds: readonly string[] = 'هما تين ها هم هن نا ات ون ين ان ه ي ك ا'.split(' ');

function fronts(behindAnd: readonly string[]): string[] {
  const all = AND.flatMap((and) => behindAnd.map((front) => and + front));
  return all.filter((front) => front !== '').toSorted((one, other) => other.length - one.length);
}
