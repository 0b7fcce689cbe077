import { oneArabicSpelling } from './match-keys.ts';
import { startsOfPattern } from './word-starts.ts';

const STARTS = new WeakMap<RegExp, readonly string[]>();

/** Whole English words; each may be a small pattern of its own, such as `bombs?`. */
export function english(...words: readonly string[]): RegExp {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  const starts = startsOfPattern(words.join('|'));
  if (starts) STARTS.set(pattern, starts);
  return pattern;
}

/**
 * Sorts out of many things those whose pattern has to be tried on a text with words that start so, as `wordStarts` gives
 * them: most need not. One look at each start, however many patterns there are.
 */
export function createSieve<Thing>(things: readonly Thing[], patternOf: (thing: Thing) => RegExp) {
  const always = things.filter((thing) => !STARTS.has(patternOf(thing)));
  const byStart = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const start of STARTS.get(patternOf(thing)) ?? []) byStart.set(start, [...(byStart.get(start) ?? []), thing]);
  }
  return (starts: ReadonlySet<string>): ReadonlySet<Thing> => {
    const left = new Set(always);
    for (const start of starts) for (const thing of byStart.get(start) ?? []) left.add(thing);
    return left;
  };
}

/**
 * Whole Arabic words, with the particles that are written onto their front and the pronouns and endings onto their end.
 * Letters may be given as usual; they are brought into the form of the text to match.
 */
export function arabic(...words: readonly string[]): RegExp {
  const front = '[وف]?(?:[بكل]?ال|لل|[بكلس])?';
  const end = '(?:ه|ها|هم|هن|ي|ك|نا|ات|ون|ين|ان|تين)?';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${front}(?:${words.map(oneArabicSpelling).join('|')})${end}(?![\\p{L}\\p{N}])`,
    'u',
  );
}
