import { arabicEnds, arabicFronts, LONGEST_END, LONGEST_FRONT } from '../arabic-affixes.ts';
import type { Parts } from './part-run.ts';

const LONGEST_STEM = 10;
/** Two letters with something written onto them stand everywhere. */
const SHORTEST_WITH_AFFIXES = 3;
const FRONTS: ReadonlySet<string> = new Set(['', ...arabicFronts]);
const ENDS: ReadonlySet<string> = new Set(['', ...arabicEnds]);

/**
 * What a run of Arabic letters may be parted into: stems with what is written onto them, which weighs less than the stem.
 * `hasUnknown`: where no word stands a letter may stand alone, for nothing.
 */
export function arabicPartsOf(
  run: string,
  { isStem, hasUnknown }: { isStem: (letters: string) => boolean; hasUnknown: boolean },
): Parts {
  const weights = Array.from(run, (_, start) => new Map(hasUnknown ? [[start + 1, 0]] : []));
  for (let start = 0; start < run.length; start += 1) {
    for (let end = start + 2; end <= Math.min(run.length, start + LONGEST_STEM); end += 1) {
      if (!isStem(run.slice(start, end))) continue;
      const stem = (end - start) ** 2;
      const affixes = end - start >= SHORTEST_WITH_AFFIXES;
      for (const first of affixes ? startsOfFront(run, start) : [start]) {
        for (const last of affixes ? endsOfEnd(run, end) : [end]) {
          const weight = stem + (start - first) + (last - end);
          if (weight > (weights[first]?.get(last) ?? 0)) weights[first]?.set(last, weight);
        }
      }
    }
  }
  return {
    lengthsAt: (start) => (weights[start]?.keys() ?? [].values()).reduce((bits, end) => bits | (1 << (end - start)), 0),
    weigh: (start, end) => weights[start]?.get(end),
  };
}

/** Where what is written onto the front of a stem may begin. */
function startsOfFront(run: string, stem: number): number[] {
  return places(Math.max(0, stem - LONGEST_FRONT), stem).filter((place) => FRONTS.has(run.slice(place, stem)));
}

/** Where what is written onto its end may end. */
function endsOfEnd(run: string, stem: number): number[] {
  return places(stem, Math.min(run.length, stem + LONGEST_END)).filter((place) => ENDS.has(run.slice(stem, place)));
}

const places = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step);
