import { asWritten } from '../match-keys.ts';
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

/** -ize and its forms, and -or where that is -our over there. */
const AMERICAN = /iz(?=e|ing|ation)|(?<=col|behavi|hon)or/g;
const NONE = [] as const;
/** The first of the two is part of the other, and told sooner. */
const WORD = /(?:[a-z0-9]+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+)(?:'\p{L}+)?/gu;
/** Enough for any prompt; what comes after it is a text made to keep us busy. */
const MOST_WORDS = 1500;

/** Looks terms up in a text: each word once in a map, whatever the number of terms. */
export interface ConceptFinder<Concept extends string> {
  find(words: readonly string[]): ConceptHit<Concept>[];
  /** Each word of the terms, with the concepts that it helps to say, in the order in which they are given. */
  readonly vocabulary: ReadonlyMap<string, ReadonlySet<Concept>>;
}

export function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).slice(0, MOST_WORDS);
}

export function createConceptFinder<Concept extends string>(
  concepts: Readonly<Record<Concept, Terms>>,
): ConceptFinder<Concept> {
  const entries = new Map<string, Entry<Concept>[]>();
  const vocabulary = new Map<string, Set<Concept>>();
  for (const concept of Object.keys(concepts) as Concept[]) {
    for (const term of inBothSpellings(concepts[concept])) {
      const words = wordsOf(asWritten(term));
      const [first] = words;
      if (first === undefined) continue;
      listOf(entries, first).push({ concept, words, term });
      for (const word of words) setOf(vocabulary, word).add(concept);
    }
  }

  return {
    vocabulary,
    find(words) {
      const forms = words.map(baseForms);
      const hits: ConceptHit<Concept>[] = [];
      // Loops: most words are in no term, and a list for each of them takes longer than the looking up.
      for (const [start, each] of forms.entries()) {
        for (const form of each) {
          for (const { concept, words: wanted, term } of entries.get(form) ?? NONE) {
            const matches = wanted.every((word, offset) => offset === 0 || forms[start + offset]?.includes(word));
            if (matches) hits.push({ concept, start, end: start + wanted.length, term });
          }
        }
      }
      return hits;
    },
  };
}

/** The terms, and those of them that Britain spells otherwise: `uncivilised`, `coloured`. */
function inBothSpellings(terms: Terms): string[] {
  const listed = terms.split(/\s*[,\n]\s*/);
  const british = listed.map((term) => term.replaceAll(AMERICAN, (letters) => (letters === 'iz' ? 'is' : 'our')));
  return [...new Set([...listed, ...british])];
}

function listOf<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function setOf<Value>(map: Map<string, Set<Value>>, key: string): Set<Value> {
  const set = map.get(key) ?? new Set<Value>();
  map.set(key, set);
  return set;
}
