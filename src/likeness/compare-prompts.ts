import { distance } from 'fastest-levenshtein';
import { isEnglishWord } from '../generation/prompt-words/english-dictionary.ts';
import { type ContentWord, contentParts } from './content-words.ts';
import { keepsRoles, type MatchedPart } from './keeps-roles.ts';
import { kindOf } from './kinds-of-words.ts';
import { SYNONYMS } from './word-lists.ts';

/**
 * `same`: the same idea in the same words, but for spelling, their forms and order, or language; one clip answers both.
 * `near`: a detail or a word differs; somebody should look. `other`: another idea, however alike it looks.
 */
export type Likeness = 'same' | 'near' | 'other';

export interface Comparison {
  likeness: Likeness;
  /** 0 to 1; who is nearer stands first. */
  score: number;
}

/** A prompt, read once to be compared with many. */
export type ReadPrompt = readonly (readonly ContentWord[])[];
export const readForComparison: (prompt: string) => ReadPrompt = contentParts;

/** Below this share of what two prompts say in common they are two ideas. */
const NEAR = 0.76;
/** What a word counts for that only means the same. */
const SYNONYM = 0.8;
/** What says little may be missing in the same idea. */
const MISSING_IN_SAME = 0.25;
/** What is put into a thing's place weighs more than what is added. */
const REPLACED = 0.75;
const SHORTEST_TYPO = 4;
const TWO_TYPOS_FROM = 7;

export function comparePrompts(one: ReadPrompt, other: ReadPrompt): Comparison {
  const [first, second] = [one.flat(), other.flat()];
  if (first.length === 0 || second.length === 0) return { likeness: 'other', score: 0 };
  const matches = matchWords(first, second);
  const matched = new Map(matches.map(({ from, to }) => [to, from]));
  const left = first.filter((word) => !matches.some(({ from }) => from === word));
  const right = second.filter((word) => !matched.has(word));
  const common = matches.reduce((sum, { from, to, share }) => sum + share * Math.min(from.weight, to.weight), 0);
  const said = weightOf(first) + weightOf(second);
  const shared = (2 * common) / said;
  // Nearly all that is compared is another idea by this alone, and to look up the kinds of words costs the most.
  if (shared < NEAR) return { likeness: 'other', score: shared };
  const score = (2 * common) / (said + 2 * REPLACED * replacements(left, right));
  if (score < NEAR || contradicts(first, second)) return { likeness: 'other', score };
  const parts = [one.map(keptOf(new Set(matches.map(({ from }) => from)))), other.map(translated(matched))] as const;
  const roles = keepsRoles(parts[0], parts[1]);
  if (roles === 'swapped') return { likeness: 'other', score };
  const isSame =
    roles === 'kept' &&
    matches.every(({ share }) => share === 1) &&
    [...left, ...right].every(({ weight }) => weight <= MISSING_IN_SAME);
  return { likeness: isSame ? 'same' : 'near', score };
}

interface Match {
  from: ContentWord;
  to: ContentWord;
  /** 1 for the same word. */
  share: number;
}

/** Each word with one of the other prompt, the surest first. */
function matchWords(first: readonly ContentWord[], second: readonly ContentWord[]): Match[] {
  const matches: Match[] = [];
  let [from, to] = [first, second];
  for (const [share, fits] of MANNERS) {
    for (const word of from) {
      const found = to.find((each) => fits(word, each));
      if (!found) continue;
      matches.push({ from: word, to: found, share });
      to = to.filter((each) => each !== found);
    }
    from = from.filter((word) => !matches.some((match) => match.from === word));
  }
  return matches;
}

type Fits = (one: ContentWord, other: ContentWord) => boolean;
const MANNERS: readonly (readonly [share: number, fits: Fits])[] = [
  [1, (one, other) => one.stem === other.stem && one.negated === other.negated],
  [1, (one, other) => isTypo(one.text, other.text) && one.negated === other.negated],
  [SYNONYM, (one, other) => meanSame(one.text, other.text) && one.negated === other.negated],
];

function meanSame(one: string, other: string): boolean {
  const [first, second] = [SYNONYMS.get(singular(one)), SYNONYMS.get(singular(other))];
  return first !== undefined && first === second;
}

const singular = (word: string) => (SYNONYMS.has(word) ? word : word.replace(/(?:ing|s)$/, ''));

/** One is a misspelling of the other: boat is none of goat, since both are words. */
function isTypo(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < SHORTEST_TYPO || longer.length - shorter.length > 2 || one[0] !== other[0]) return false;
  if (/\d/.test(one) || (isEnglishWord(one) && isEnglishWord(other))) return false;
  const apart = distance(one, other);
  if (apart <= 1) return shorter.length > SHORTEST_TYPO || /^[a-z]+$/.test(one);
  if (apart !== 2) return false;
  const swapped = shorter.length === longer.length && [...one].sort().join('') === [...other].sort().join('');
  return swapped || shorter.length >= TWO_TYPOS_FROM;
}

/** How many words stand for others of their kind: a dog where there was a cat. */
function replacements(left: readonly ContentWord[], right: readonly ContentWord[]): number {
  const kinds = right.map(({ text }) => kindOf(text));
  return left.filter(({ text }) => {
    const kind = kindOf(text);
    const place = kind === null ? -1 : kinds.indexOf(kind);
    if (place >= 0) kinds.splice(place, 1);
    return place >= 0;
  }).length;
}

/** Counts something else, or says of a thing that it is not there. */
function contradicts(first: readonly ContentWord[], second: readonly ContentWord[]): boolean {
  const negated = (words: readonly ContentWord[]) =>
    words
      .filter((word) => word.negated)
      .map(({ stem }) => stem)
      .sort()
      .join(' ');
  const counted = (words: readonly ContentWord[]) =>
    words
      .filter(({ stem }) => stem.startsWith('number '))
      .map(({ stem }) => stem)
      .sort()
      .join(' ');
  return negated(first) !== negated(second) || counted(first) !== counted(second);
}

const weightOf = (words: readonly ContentWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);

const keptOf =
  (kept: ReadonlySet<ContentWord>) =>
  (part: readonly ContentWord[]): MatchedPart =>
    part.filter((word) => kept.has(word)).map(({ stem }) => stem);

const translated =
  (matched: ReadonlyMap<ContentWord, ContentWord>) =>
  (part: readonly ContentWord[]): MatchedPart =>
    part.flatMap((word) => matched.get(word)?.stem ?? []);
