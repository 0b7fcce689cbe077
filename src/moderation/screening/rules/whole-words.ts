import { ARABIC_END, ARABIC_FRONT } from './arabic-affixes.ts';
import { oneArabicSpelling } from './match-keys.ts';
import { remembered } from './remembered.ts';
import { beginningsOfWord, startsOfPattern, wordStarts } from './word-starts.ts';

/** With what the matches of a pattern for whole words begin, where that is sure, and the same pattern tried at one place. */
interface AtWord {
  starts: readonly string[] | null;
  here: RegExp;
}

const ANY = '';
const AT_WORD = new WeakMap<RegExp, AtWord>();

/** Whole English words; each may be a small pattern of its own, such as `bombs?`. */
export function english(...words: readonly string[]): RegExp {
  return wholeWords(words.join('|'));
}

/**
 * Whole Arabic words, with the particles that are written onto their front and the pronouns and endings onto their end.
 * Letters may be given as usual; they are brought into the form of the text to match.
 */
export function arabic(...words: readonly string[]): RegExp {
  return wholeWords(`${ARABIC_FRONT}(?:${words.map(oneArabicSpelling).join('|')})${ARABIC_END}`);
}

function wholeWords(source: string): RegExp {
  const whole = `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;
  const pattern = new RegExp(whole, 'u');
  AT_WORD.set(pattern, { starts: startsOfPattern(source), here: new RegExp(whole, 'uy') });
  return pattern;
}

/** The first match of a pattern in a text. */
export type FindIn = (pattern: RegExp) => RegExpExecArray | null;

/**
 * Looks for many patterns in one text after another: each is tried only where a word begins as its matches do, which is
 * nowhere for most. What is none for whole words is looked for as usual.
 */
export function createSearch(patterns: readonly RegExp[]): (text: string) => FindIn {
  const sorted = new Set(patterns.filter((pattern) => AT_WORD.has(pattern)));
  const beginningLike = createSieve([...sorted]);
  return (text) => {
    const places = new Map<RegExp, number[]>();
    for (const { letters, at } of wordStarts(text)) {
      for (const pattern of beginningLike(letters)) {
        const known = places.get(pattern);
        if (known) known.push(at);
        else places.set(pattern, [at]);
      }
    }
    return (pattern) => {
      if (!sorted.has(pattern)) return pattern.exec(text);
      for (const at of places.get(pattern) ?? []) {
        const found = matchAt(pattern, text, at);
        if (found) return found;
      }
      return null;
    };
  };
}

/** Of many patterns for whole words, those that may say something where a word begins with these letters, in their order. */
export function createSieve(patterns: readonly RegExp[]): (letters: string) => readonly RegExp[] {
  const byStart = Map.groupBy(
    patterns.flatMap((pattern, order) =>
      (AT_WORD.get(pattern)?.starts ?? [ANY]).map((start) => ({ start, order, pattern })),
    ),
    ({ start }) => start,
  );
  return remembered((letters) => {
    const left = [ANY, ...beginningsOfWord(letters)].flatMap((start) => byStart.get(start) ?? []);
    return [...new Set(left.toSorted((one, other) => one.order - other.order).map(({ pattern }) => pattern))];
  });
}

/** What a pattern for whole words says from one place in a text on. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const { here } = AT_WORD.get(pattern) ?? {};
  if (!here) return null;
  here.lastIndex = at;
  return here.exec(text);
}
