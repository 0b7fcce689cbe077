import { englishWords, isEnglishWord } from '../../../../generation/prompt-words/english-dictionary.ts';
import { baseForms, irregularForms } from './base-forms.ts';
import type { Spelling } from './mend-words.ts';
import { type Parts, partRun } from './part-run.ts';
import { hasLength, lengthsOf, TELLING_LETTERS, type WordLengths } from './word-lengths.ts';

/** Names and rare words look like misspelt ones; short ones look like anything. */
const SHORTEST_TO_MEND = 4;
const SHORTEST_RARE = 7;
const SHORTEST_TO_PART = 5;
/** Shorter runs look like many a name: of these all but the joining words must be listed. */
const SHORTEST_OF_ANY_WORDS = 7;
const SHORTEST_COMPOUND = 9;
const LONGEST_TO_PART = 120;
const LONGEST_TO_MEND = 16;
const LETTERS_ALIKE = 3;

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
  const shapes = shapesOf(plain.filter((word) => word.length >= SHORTEST_TO_MEND));
  const lengths = lengthsOf([...englishWords, ...parts, ...shapes.words.keys(), ...SHORT_WORDS, ...CONTRACTIONS]);
  const partsOf = (run: string): Parts => ({
    lengthsAt: (start) => lengths.from(run, start),
    weigh: (start, end) =>
      hasLength(lengths.upTo(run, end), end - start) && isPart(run.slice(start, end), parts)
        ? (end - start) ** 2
        : undefined,
  });
  const joins = (word: string) => JOINING.has(word) || baseForms(word).some((form) => groups.has(form));
  const listedStarts = new Set([...known].flatMap(inflectedStarts));
  const isListed = (word: string) =>
    listedStarts.has(word.slice(0, SURE_LETTERS)) && baseForms(word).some((form) => known.has(form));

  const mend = (word: string): string[] => {
    const parted = partWords(word, parts, joins, partsOf);
    if (parted && !parted.includes('i')) return parted;
    // `imigrant` lacks a letter rather than a space.
    const whole = mendOne(word, shapes, lengths);
    return whole ? [whole] : (parted ?? [word]);
  };

  return { isWord, isListed, mend };
}

/** What is looked for, in the forms in which it may be misspelt. */
interface Shapes {
  /** From a form to its word. */
  words: ReadonlyMap<string, string>;
  /** Forms of one length with the same beginning or end. */
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
  return { words, alike };
}

/** Whatever letter but the first is left out of a word of so many, its beginning stays, or its first letter and its end. */
function likenesses(word: string, length: number): string[] {
  const beginning = Math.min(LETTERS_ALIKE, Math.floor((length - 1) / 2));
  const end = Math.min(LETTERS_ALIKE, length - 1 - beginning);
  return [`${word.slice(0, beginning)}-${length}`, `${word[0]}-${word.slice(-end)}${length}`];
}
/** `hate`, `hates`, `hating`, `hated`. */
const inflections = (word: string) => {
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  return [word, plural(word), `${stem}ing`, `${stem}ed`];
};
const plural = (word: string) => (/(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`);
/** Enough of a word to tell that most others are no form of it. */
const SURE_LETTERS = 3;
const inflectedStarts = (word: string) =>
  [word, ...inflections(word), `${word.slice(0, -1)}ies`, word + word.slice(-1), ...irregularForms(word)].map((form) =>
    form.slice(0, SURE_LETTERS),
  );
/** The lists have `mu` and `wo` too. */
const isWord = (word: string) => (word.length > 2 ? baseForms(word).some(isEnglishWord) : SHORT_WORDS.has(word));

/** The word that two letters swapped, or the listed one that a letter more make of it. The first letter stays: people need it to read on. */
function mendOne(word: string, shapes: Shapes, lengths: WordLengths): string | null {
  if (word.length < SHORTEST_TO_MEND || word.length > LONGEST_TO_MEND || !/^[a-z]+$/.test(word)) return null;
  const begins = hasLength(lengths.from(word, 0), word.length);
  const ends = hasLength(lengths.upTo(word, word.length), word.length);
  for (let at = 1; at + 1 < word.length; at += 1) {
    // Letters that tell the beginning or the end, and stay as they are, must be those of a word.
    if (!begins && at >= TELLING_LETTERS) break;
    if (!ends && at + 1 < word.length - TELLING_LETTERS) continue;
    const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    if (at < TELLING_LETTERS && !hasLength(lengths.from(swapped, 0), word.length)) continue;
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
  return fuller.endsWith(word.slice(at));
}

/** The words that a run of letters can be parted into, unless it is rather a name or a compound. */
function partWords(
  run: string,
  listed: ReadonlySet<string>,
  joins: (word: string) => boolean,
  partsOf: (run: string) => Parts,
): string[] | null {
  if (run.length < SHORTEST_TO_PART || run.length > LONGEST_TO_PART || !/^[a-z']+$/.test(run)) return null;
  const found = partRun(run, partsOf(run));
  if (found.length < 2) return null;
  if (run.length < SHORTEST_OF_ANY_WORDS && !isJoined(found, listed)) return null;
  // Two words make many a compound, such as rapeseed.
  return run.length >= SHORTEST_COMPOUND || found.some(joins) ? found : null;
}

/** `todie`, `ihate`: a listed word and the little ones that people write beside it. */
function isJoined(words: readonly string[], parts: ReadonlySet<string>): boolean {
  return words.some((word) => parts.has(word)) && words.every((word) => parts.has(word) || SHORT_WORDS.has(word));
}

function isPart(word: string, parts: ReadonlySet<string>): boolean {
  if (word.length <= 2) return SHORT_WORDS.has(word);
  return word.includes("'") ? CONTRACTIONS.has(word) : isEnglishWord(word) || parts.has(word);
}

const CONTRACTIONS = new Set([
  ...'ca wo do did does is are was were should would could'.split(' ').map((verb) => `${verb}n't`),
  ..."i'm you're we're they're it's that's he's she's".split(' '),
]);
const JOINING = new Set(
  'are is was the and for you all not has have who that with from his her they should to i'.split(' '),
);
const SHORT_WORDS = new Set('a i am an as at be by do go he if in is it me my no of on or so to up us we'.split(' '));
