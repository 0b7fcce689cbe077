import { hasLength } from './word-lengths.ts';

/** What a run of letters may be parted into. */
export interface Parts {
  /** How long the parts are that begin at a place, as bits: most places begin none, and at the others few lengths need be tried. */
  lengthsAt(start: number): number;
  /** How much speaks for what stands between two places, the square of its length at most; undefined where it is no part. */
  weigh(start: number, end: number): number | undefined;
}

/** The words that a run of letters is by what speaks most for; none where it cannot be parted. */
export function partRun(run: string, { lengthsAt, weigh }: Parts): string[] {
  // Up to each place: how good the best parting is, nothing where there is none, and where its last word begins.
  const best: number[] = [1];
  const from: number[] = [];
  for (let start = 0; start < run.length; start += 1) {
    const before = best[start];
    if (before === undefined) continue;
    const lengths = lengthsAt(start);
    for (let length = 1; lengths >> length !== 0 && start + length <= run.length; length += 1) {
      const end = start + length;
      const reached = best[end] ?? 0;
      if (!hasLength(lengths, length) || before + length ** 2 <= reached) continue;
      const weight = weigh(start, end);
      if (weight === undefined || before + weight <= reached) continue;
      [best[end], from[end]] = [before + weight, start];
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
