import { isEnglishWord } from '../english-dictionary.ts';
import { baseForms } from './base-forms.ts';
import type { Terms } from './terms.ts';

export interface ConceptHit<Concept extends string> {
  concept: Concept;
  /** Of the first word and of the one after the last, counted in words. */
  start: number;
  end: number;
  /** The term as it is listed. */
  term: string;
}

interface Entry<Concept> {
  concept: Concept;
  words: readonly string[];
  term: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu;
/** Names and rare words look like misspelt ones; short ones look like anything. */
const SHORTEST_TO_MEND = 4;
const SHORTEST_RARE = 7;
const SHORTEST_TO_PART = 9;
const LONGEST_TO_PART = 120;
const LONGEST_PART = 16;
/** Enough for any prompt; what comes after it is a text made to keep us busy. */
const MOST_WORDS = 1500;

/** Looks terms up in a text: each word once in a map, whatever the number of terms. */
export interface ConceptFinder<Concept extends string> {
  find(words: readonly string[]): ConceptHit<Concept>[];
  /** Mends what was spelt so that it is not found: a letter left out or swapped, words run together or torn apart. */
  mend(words: readonly string[]): string[];
}

export function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).slice(0, MOST_WORDS);
}

/** `spelt`: concepts of which only the longer words are mended, since a list of rare words resembles everything. */
export function createConceptFinder<Concept extends string>(
  concepts: Readonly<Record<Concept, Terms>>,
  { spelt = [] }: { spelt?: readonly Concept[] } = {},
): ConceptFinder<Concept> {
  const entries = new Map<string, Entry<Concept>[]>();
  for (const concept of Object.keys(concepts) as Concept[]) {
    for (const term of concepts[concept].split(/\s*[,\n]\s*/)) {
      const words = wordsOf(term.toLowerCase());
      const [first] = words;
      if (first) entries.set(first, [...(entries.get(first) ?? []), { concept, words, term }]);
    }
  }
  const single = [...entries].flatMap(([word, list]) => (list.some(({ words }) => words.length === 1) ? [word] : []));
  const known = new Set(single);
  const isRare = (word: string) => entries.get(word)?.every(({ concept }) => spelt.includes(concept)) ?? false;
  const misspelt = misspellings(single.filter((word) => word.length >= SHORTEST_RARE || !isRare(word)));
  const mendOne = (word: string) => misspelt.get(word) ?? null;

  return {
    find(words) {
      const forms = words.map(baseForms);
      return forms.flatMap((each, start) =>
        each.flatMap((form) =>
          (entries.get(form) ?? []).flatMap(({ concept, words: wanted, term }) => {
            const matches = wanted.every((word, offset) => offset === 0 || forms[start + offset]?.includes(word));
            return matches ? [{ concept, start, end: start + wanted.length, term }] : [];
          }),
        ),
      );
    },
    mend(words) {
      const mended: string[] = [];
      for (const word of words) {
        const before = mended.at(-1);
        const joined = before === undefined ? '' : before + word;
        const torn = joined.length > 4 && known.has(joined) && !(isWord(before ?? '') && isWord(word));
        if (torn) mended.splice(-1, 1, joined);
        else if (isWord(word) || baseForms(word).some((form) => known.has(form))) mended.push(word);
        else mended.push(...(partWords(word, known) ?? [mendOne(word) ?? word]));
      }
      return mended;
    },
  };
}

const isWord = (word: string) => word.length > 1 && baseForms(word).some(isEnglishWord);

/** Each listed word with a letter left out or two swapped, to that word. The first letter stays: people need it to read on. */
function misspellings(words: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const note = (form: string, word: string) => {
    if (!found.has(form) && !isEnglishWord(form)) found.set(form, word);
  };
  for (const word of words) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const shape of [word, plural(word)]) {
      for (let at = 1; at < shape.length; at += 1) {
        if (shape.length > SHORTEST_TO_MEND) note(shape.slice(0, at) + shape.slice(at + 1), word);
        if (shape.length >= SHORTEST_TO_MEND && at + 1 < shape.length) {
          note(`${shape.slice(0, at)}${shape[at + 1]}${shape[at]}${shape.slice(at + 2)}`, word);
        }
      }
    }
  }
  return found;
}

const plural = (word: string) => (/(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`);

/** The words that a run of letters can be parted into, the longest ones; null where it cannot. */
function partWords(run: string, known: ReadonlySet<string>): string[] | null {
  if (run.length < SHORTEST_TO_PART || run.length > LONGEST_TO_PART || !/^[a-z]+$/.test(run)) return null;
  const best: ({ weight: number; words: readonly string[] } | null)[] = [{ weight: 0, words: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start += 1) {
      const before = best[start];
      const word = run.slice(start, end);
      if (!before || !isPart(word, known)) continue;
      const weight = before.weight + word.length ** 2;
      if (weight > (best[end]?.weight ?? 0)) best[end] = { weight, words: [...before.words, word] };
    }
  }
  const parts = best[run.length]?.words;
  return parts && parts.length > 1 ? [...parts] : null;
}

function isPart(word: string, known: ReadonlySet<string>): boolean {
  if (word.length === 1) return word === 'i' || word === 'a';
  return known.has(word) || (isEnglishWord(word) && (word.length > 2 || SHORT_WORDS.has(word)));
}

const SHORT_WORDS = new Set('am an as at be by do go he if in is it me my no of on or so to up us we'.split(' '));
