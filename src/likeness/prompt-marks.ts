import { contentParts } from './content-words.ts';
import { normalPrompt } from './normal-prompt.ts';

/** Of so many words, those that say most, marks are made. */
const MOST_TELLING = 5;
/** So many words together are one idea often enough; of shorter prompts, fewer. */
const TOGETHER = 3;
const VOWELS_BEHIND_THE_FIRST = /(?<=.)[aeiouy]/g;
const LONG_VOWELS = /(?<=.)[اوي]/g;
const LONGEST_UNKNOWN = 400;

/**
 * What near duplicates are looked up by, as 32-bit numbers: two prompts that share one may be the same idea, and two that
 * are share one nearly always. A mark is made of three of the five most telling words of a prompt, whatever their order, so
 * that two of five may differ; that is far rarer than a mark of letters, of which each prompt has hundreds, and so is what
 * an index finds by it. Words stand without vowels and double letters, by which most misspellings differ.
 *
 * They are kept: after a change here, `marks` of all rows must be set to null in a migration, and are made anew.
 */
export function promptMarks(prompt: string): number[] {
  const words = tellingWords(prompt);
  const chosen = words.slice(0, MOST_TELLING);
  const marks = new Set([markOf(['all', ...words.toSorted()])]);
  for (const several of combinations(chosen, Math.min(TOGETHER, chosen.length))) marks.add(markOf(several.toSorted()));
  // A word more or less makes three of two.
  if (words.length === TOGETHER) for (const two of combinations(chosen, 2)) marks.add(markOf(two.toSorted()));
  return [...marks];
}

/**
 * The longest first: they are the rarest. What no list knows in Arabic comes last, since in the same idea in English it
 * has no counterpart. By the letters where words are of one length, so that it is the same everywhere.
 */
function tellingWords(prompt: string): string[] {
  const words = contentParts(prompt)
    .flat()
    .filter(({ weight }) => weight === 1)
    .map(({ stem }) => skeleton(stem));
  const all = [...new Set(words)].sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1));
  return all.length > 0 ? all : [normalPrompt(prompt).slice(0, LONGEST_UNKNOWN)];
}

const rank = (word: string) => (/\p{Script=Arabic}/u.test(word) ? 0 : word.length);

function skeleton(stem: string): string {
  return stem
    .replace(VOWELS_BEHIND_THE_FIRST, '')
    .replace(LONG_VOWELS, '')
    .replace(/(\D)\1+/gu, '$1');
}

function combinations<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, place) => combinations(from.slice(place + 1), size - 1).map((rest) => [first, ...rest]));
}

/** FNV-1a, with the last step of MurmurHash3 (A. Appleby), which spreads each bit over all 32. */
function markOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join(' ')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
