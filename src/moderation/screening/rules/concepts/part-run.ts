import { hasLength, START_LETTERS, type WordLengths } from '../../../../generation/prompt-words/word-lengths.ts';

const LONGEST_PART = 16;
/** Shorter ones are so few that they are tried. */
const SHORTEST_SURE = START_LETTERS - 1;

/** What a run of letters may be parted into. */
export interface Parts {
  isPart(word: string): boolean;
  /** How long parts are that begin so: most places of a run begin none, and at the others few lengths need be tried. */
  lengthsFrom: WordLengths;
}

/** The words that a run of letters is, the longest ones; none where it cannot be parted. */
export function partRun(run: string, { isPart, lengthsFrom }: Parts): string[] {
  // Up to each place: how good the best parting is, nothing where there is none, and where its last word begins.
  const best: number[] = [1];
  const from: number[] = [];
  for (let start = 0; start < run.length; start += 1) {
    const before = best[start];
    if (before === undefined) continue;
    const lengths =
      lengthsFrom(run.slice(start, start + START_LETTERS)) | lengthsFrom(run.slice(start, start + SHORTEST_SURE));
    for (let length = 1; length <= LONGEST_PART && start + length <= run.length; length += 1) {
      if (length >= SHORTEST_SURE && !hasLength(lengths, length)) continue;
      const end = start + length;
      const weight = before + length ** 2;
      if (weight <= (best[end] ?? 0) || !isPart(run.slice(start, end))) continue;
      [best[end], from[end]] = [weight, start];
    }
  }
  return best[run.length] === undefined ? [] : wordsFrom(run, from);
}

/** Back from the end, by where each last word begins. */
function wordsFrom(run: string, from: readonly number[]): string[] {
  const words: string[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) words.unshift(run.slice(from[end], end));
  return words;
}
