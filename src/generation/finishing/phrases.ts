import { tidyPrompt } from './tidy-prompt.ts';

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/** A line of subtitles that is read at a glance. */
const MOST_WORDS = 9;

/** Where a voice takes breath, in the scripts that we are asked in. */
const CLAUSE = /(?<=[,;:،؛、，；：—–])\s*/u;

/** What the voice says, in pieces that are spoken and read in one breath. */
export function phrasesOf(prompt: string): string[] {
  return Array.from(sentences.segment(tidyPrompt(prompt)), ({ segment }) => segment.trim())
    .flatMap((sentence) => joinShort(sentence.split(CLAUSE)))
    .flatMap(inBreaths)
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
}

/** A word or two by themselves are no phrase. */
function joinShort(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    if (last !== undefined && wordsOf(last).length + wordsOf(clause).length <= MOST_WORDS) {
      joined[joined.length - 1] = `${last} ${clause}`;
    } else joined.push(clause);
  }
  return joined;
}

function inBreaths(clause: string): string[] {
  const words = wordsOf(clause);
  const count = Math.ceil(words.length / MOST_WORDS);
  const each = Math.ceil(words.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => words.slice(index * each, (index + 1) * each).join(' '));
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean);
}
