import type { Concept } from './concept-rules.ts';
import type { ConceptHit } from './find-concepts.ts';

const BAD: ReadonlySet<Concept> = new Set<Concept>(['hateWord', 'roughWord', 'likenedTo']);
/** Between a denial and what it denies, as in `not at all dirty`. */
const REACH = 3;

type Hit = ConceptHit<Concept>;

/**
 * What is bad is not said of people where it is denied ("are not vermin"), and a judgement that goes with praise and no
 * denial is none against them ("deserve to be loved"). Praise that is denied stays what it is.
 */
export function withoutWhatIsDenied(hits: readonly Hit[]): Hit[] {
  const denials = hits.filter(({ concept }) => concept === 'denial');
  const praise = hits.filter(({ concept }) => concept === 'praise');
  const denies = (denial: Hit, said: Hit) => said.start >= denial.end && said.start - denial.end < REACH;
  const bad = hits.filter(({ concept }) => BAD.has(concept));
  return hits.filter((hit) => {
    if (BAD.has(hit.concept)) return !denials.some((denial) => denies(denial, hit));
    if (hit.concept === 'denial') return !bad.some((each) => denies(hit, each));
    if (hit.concept === 'judgement') return denials.length > 0 || praise.length === 0;
    return true;
  });
}
