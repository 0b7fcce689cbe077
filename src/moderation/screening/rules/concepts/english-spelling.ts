import {
  isEnglishWord,
  START_LETTERS,
  startsEnglishWord,
} from '../../../../generation/prompt-words/english-dictionary.ts';
import { baseForms, irregularForms } from './base-forms.ts';
import type { Spelling } from './mend-words.ts';

/** Names and rare words look like misspelt ones; short ones look like anything. */
const SHORTEST_TO_MEND = 4;
const SHORTEST_RARE = 7;
const SHORTEST_TO_PART = 5;
/** Shorter runs look like many a name: of these all but the joining words must be listed. */
const SHORTEST_OF_ANY_WORDS = 7;
const SHORTEST_COMPOUND = 9;
const LONGEST_TO_PART = 120;
const LONGEST_PART = 16;
const LONGEST_TO_MEND = 16;

/**
 * How English words are spelt. Only a word of `vocabulary` is made of what is none: of those in `rare`, which resemble
 * everything, only the longer ones; those in `groups` tell that a short run of letters is no compound.
 */
export function createEnglishSpelling(
  vocabulary: Iterable<string>,
  { rare, groups }: { rare: ReadonlySet<string>; groups: ReadonlySet<string> },
): Spelling {
  const known = new Set(vocabulary);
  const plain = [...known].filter((word) => !rare.has(word) || word.length >= SHORTEST_RARE);
  const parts = new Set(plain.flatMap((word) => [word, plural(word)]));
  const partStarts = new Set([...parts].map((word) => word.slice(0, START_LETTERS)));
  const shapes = shapesOf(plain.filter((word) => word.length >= SHORTEST_TO_MEND));
  const joins = (word: string) => JOINING.has(word) || baseForms(word).some((form) => groups.has(form));
  const listedStarts = new Set([...known].flatMap(inflectedStarts));
  const isListed = (word: string) => mayBeListed(word, listedStarts) && baseForms(word).some((form) => known.has(form));

  const mend = (word: string): string[] => {
    const parted = partWords(word, { parts, partStarts, joins });
    if (parted && !parted.includes('i')) return parted;
    // `imigrant` lacks a letter rather than a space.
    const whole = mendOne(word, shapes);
    return whole ? [whole] : (parted ?? [word]);
  };

  return { isWord, isListed, mend };
}

/** What is looked for, in the forms in which it may be misspelt. */
interface Shapes {
  /** From a form to its word. */
  words: ReadonlyMap<string, string>;
  /** The first letters of these forms. */
  starts: ReadonlySet<string>;
  /** Forms of one length with the same two letters at their start, or with the same one there and two at their end. */
  alike: ReadonlyMap<string, readonly string[]>;
}

function shapesOf(listed: readonly string[]): Shapes {
  const words = new Map<string, string>();
  for (const word of listed) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const shape of inflections(word)) if (!words.has(shape)) words.set(shape, word);
  }
  const alike = new Map<string, string[]>();
  for (const shape of words.keys()) {
    for (const key of likenesses(shape, shape.length)) alike.set(key, [...(alike.get(key) ?? []), shape]);
  }
  const starts = new Set([...words.keys()].map((shape) => shape.slice(0, START_LETTERS)));
  return { words, starts, alike };
}

/** Whatever letter but the first is left out of a word, it keeps one of the two. */
const likenesses = (word: string, length: number) => [
  `${word.slice(0, 2)}-${length}`,
  `${word[0]}-${word.slice(-2)}${length}`,
];
/** `hate`, `hates`, `hating`, `hated`. */
const inflections = (word: string) => {
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  return [word, plural(word), `${stem}ing`, `${stem}ed`];
};
const plural = (word: string) => (/(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`);
/** Enough of a word to tell that most others are no form of it. */
const SURE_LETTERS = 3;
const LATIN = /^[a-z]/;
const inflectedStarts = (word: string) =>
  [word, ...inflections(word), `${word.slice(0, -1)}ies`, word + word.slice(-1), ...irregularForms(word)].map((form) =>
    form.slice(0, SURE_LETTERS),
  );
/** Other scripts write onto the front of words too. */
const mayBeListed = (word: string, starts: ReadonlySet<string>) =>
  !LATIN.test(word) || starts.has(word.slice(0, SURE_LETTERS));
/** The lists have `mu` and `wo` too. */
const isWord = (word: string) => (word.length > 2 ? baseForms(word).some(isEnglishWord) : SHORT_WORDS.has(word));

/** The word that two letters swapped, or the listed one that a letter more make of it. The first letter stays: people need it to read on. */
function mendOne(word: string, shapes: Shapes): string | null {
  if (word.length > LONGEST_TO_MEND || !/^[a-z]+$/.test(word)) return null;
  const begins = shapes.starts.has(word.slice(0, START_LETTERS)) || startsEnglishWord(word);
  for (let at = 1; word.length >= SHORTEST_TO_MEND && at + 1 < word.length; at += 1) {
    // From here on the first letters stay as they are.
    if (at >= START_LETTERS && !begins) break;
    const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    const listed = shapes.words.get(swapped) ?? (isEnglishWord(swapped) ? swapped : undefined);
    if (listed) return listed;
  }
  const fuller = likenesses(word, word.length + 1)
    .flatMap((key) => shapes.alike.get(key) ?? [])
    .find((each) => lacksOne(word, each));
  return fuller && fuller.length > SHORTEST_TO_MEND ? (shapes.words.get(fuller) ?? null) : null;
}

/** Whether `word` is `fuller` with one letter left out. */
function lacksOne(word: string, fuller: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === fuller[at]) at += 1;
  return word.slice(at) === fuller.slice(at + 1);
}

/** The words that a run of letters can be parted into, the longest ones; null where it cannot. */
function partWords(
  run: string,
  {
    parts,
    partStarts,
    joins,
  }: { parts: ReadonlySet<string>; partStarts: ReadonlySet<string>; joins: (word: string) => boolean },
): string[] | null {
  if (run.length < SHORTEST_TO_PART || run.length > LONGEST_TO_PART || !/^[a-z']+$/.test(run)) return null;
  // Up to each place: how good the best parting is, nothing where there is none, and where its last word begins.
  const best = [1];
  const from: number[] = [];
  // Most places of a run of letters begin no word, and need not be tried at each of its lengths.
  const begins = Array.from(run, (_, at) => {
    const start = run.slice(at, at + START_LETTERS);
    return start.includes("'") || partStarts.has(start) || startsEnglishWord(start);
  });
  for (let end = 1; end <= run.length; end += 1) {
    best[end] = 0;
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start += 1) {
      const before = best[start] ?? 0;
      if (before === 0 || (end - start >= START_LETTERS && !begins[start])) continue;
      const weight = before + (end - start) ** 2;
      if (weight <= (best[end] ?? 0) || !isPart(run.slice(start, end), parts)) continue;
      [best[end], from[end]] = [weight, start];
    }
  }
  const found = best[run.length] ? wordsFrom(run, from) : [];
  if (found.length < 2) return null;
  if (run.length < SHORTEST_OF_ANY_WORDS && !isJoined(found, parts)) return null;
  // Two words make many a compound, such as rapeseed.
  return run.length >= SHORTEST_COMPOUND || found.some(joins) ? found : null;
}

/** Back from the end, by where each last word begins. */
function wordsFrom(run: string, from: readonly number[]): string[] {
  const words: string[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) words.unshift(run.slice(from[end], end));
  return words;
}

/** `todie`, `ihate`: a listed word and the little ones that people write beside it. */
function isJoined(words: readonly string[], parts: ReadonlySet<string>): boolean {
  return words.some((word) => parts.has(word)) && words.every((word) => parts.has(word) || SHORT_WORDS.has(word));
}

function isPart(word: string, parts: ReadonlySet<string>): boolean {
  if (word.length <= 2) return SHORT_WORDS.has(word);
  return word.includes("'") ? CONTRACTION.test(word) : isEnglishWord(word) || parts.has(word);
}

const CONTRACTION =
  /^(?:(?:ca|wo|do|did|does|is|are|was|were|should|would|could)n't|i'm|(?:you|we|they)'re|(?:it|that|he|she)'s)$/;
const JOINING = new Set(
  'are is was the and for you all not has have who that with from his her they should to i'.split(' '),
);
const SHORT_WORDS = new Set('a i am an as at be by do go he if in is it me my no of on or so to up us we'.split(' '));
