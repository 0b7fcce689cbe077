import { ARABIC_ARTICLE, withoutFront } from '../arabic-affixes.ts';
import { isArabicWord } from '../arabic-dictionary.ts';
import { inArabicLetters, isDotless, withDottedAffixes, withoutDots } from './arabic-look-alikes.ts';
import { arabicPartsOf } from './arabic-parts.ts';
import { baseForms } from './base-forms.ts';
import type { Spelling } from './mend-words.ts';
import { partRun } from './part-run.ts';

/** Short words look like anything: three letters with something written onto them are as good as none. */
const SHORTEST_STEM = 4;
const LONGEST_TO_MEND = 16;
/** A word that is looked for and lacks a letter has as many, or one less behind an article, which tells where it begins. */
const SHORTEST_LACKING = 4;
const SHORTEST_TO_PART = 7;
const LONGEST_TO_PART = 120;
/** What is longer was run together, whether all of it can be read or not. */
const LONGEST_WORD = 14;

const ARABIC = /^\p{Script=Arabic}+$/u;
const ARTICLE = new RegExp(`^${ARABIC_ARTICLE}`, 'u');

/** How Arabic is spelt. Only a word of `vocabulary` is made of what is none. */
export function createArabicSpelling(vocabulary: Iterable<string>): Spelling {
  const listed = new Set([...vocabulary].filter((word) => ARABIC.test(word)));
  const lacking = lackingLetter(listed, { from: 1, shortest: SHORTEST_LACKING });
  const lackingBehindArticle = lackingLetter(listed, { from: 0, shortest: SHORTEST_LACKING - 1 });
  const bodies = new Map([...listed].toReversed().map((word) => [withoutDots(word), word]));
  const starts = new Set([...listed].map(startOf));
  const isListed = (word: string) =>
    (starts.has(startOf(word)) || starts.has(startOf(withoutFront(word)))) &&
    baseForms(word).some((form) => listed.has(form));
  const isStem = (letters: string) => listed.has(letters) || isArabicWord(letters);

  const withLetter = (word: string) =>
    baseForms(word).flatMap((form) => lacking.get(form) ?? [])[0] ??
    formsBehindArticle(word).flatMap((form) => lackingBehindArticle.get(form) ?? [])[0] ??
    withArticle(word).find(isListed);
  const mendOne = (word: string) =>
    word.length < SHORTEST_LACKING || word.length > LONGEST_TO_MEND
      ? undefined
      : (swapped(word).find(isListed) ?? withLetter(word));
  const part = (run: string) => {
    if (run.length < SHORTEST_TO_PART || run.length > LONGEST_TO_PART) return null;
    const isNoWord = run.length > LONGEST_WORD;
    const words = partRun(run, arabicPartsOf(run, { isStem, hasUnknown: isNoWord }));
    return isNoWord || words.some((each) => each.length >= SHORTEST_STEM && isListed(each)) ? words : null;
  };

  const dotted = (word: string) =>
    isDotless(word)
      ? baseForms(withDottedAffixes(word)).flatMap((form) => bodies.get(withoutDots(form)) ?? [])[0]
      : undefined;

  return {
    isWord: (word) =>
      baseForms(word).some((form) => (form === word || form.length >= SHORTEST_STEM) && isArabicWord(form)),
    isListed,
    mend: (word) => {
      const one = inArabicLetters(word).find(isListed) ?? dotted(word) ?? mendOne(word);
      return one === undefined ? (part(word) ?? [word]) : [one];
    },
  };
}

/** Enough of a word to tell that most others are no form of it; no ending leaves less. */
const startOf = (word: string) => word.slice(0, 3);

/** The first of the words by what is left of them without a letter; never the last one, which is often but an ending. */
function lackingLetter(
  words: Iterable<string>,
  { from, shortest }: { from: number; shortest: number },
): ReadonlyMap<string, string> {
  const whole = new Map<string, string>();
  for (const word of words) {
    if (word.length <= shortest) continue;
    for (let at = from; at < word.length - 1; at += 1) {
      const less = word.slice(0, at) + word.slice(at + 1);
      if (!whole.has(less)) whole.set(less, word);
    }
  }
  return whole;
}

/** The first letter stays: people need it to read on. */
function swapped(word: string): string[] {
  return Array.from(
    { length: word.length - 2 },
    (_, at) => `${word.slice(0, at + 1)}${word[at + 2]}${word[at + 1]}${word.slice(at + 3)}`,
  );
}

/** Of an ending of one letter nobody can tell that it is one. */
function formsBehindArticle(word: string): string[] {
  const [article] = ARTICLE.exec(word) ?? [];
  if (article === undefined) return [];
  const behind = word.slice(article.length);
  return baseForms(behind).filter((form) => behind.length - form.length !== 1);
}

/** `واقنبلة` lacks a letter of its article. */
function withArticle(word: string): string[] {
  return [1, 2].flatMap((at) => [...'ال'].map((letter) => word.slice(0, at) + letter + word.slice(at)));
}
