import type { Finding } from '../../../../requests/index.ts';
import { oneArabicSpelling } from '../match-keys.ts';
import { abusiveWords } from './abusive-words.ts';
import { arabicConcepts, arabicPublicFigureNames, arabicWorks } from './arabic-concepts.ts';
import { type Concept, type ConceptRule, conceptRules } from './concept-rules.ts';
import { englishConcepts } from './english-concepts.ts';
import { type ConceptFinder, type ConceptHit, createConceptFinder, wordsOf } from './find-concepts.ts';
import { withoutHarmlessPhrases } from './harmless-phrases.ts';
import { knownWorks } from './known-works.ts';
import { negativeWords } from './negative-words.ts';
import { publicFigureNames } from './public-figures.ts';
import type { Terms } from './terms.ts';

export type ConceptFinding = Pick<Finding, 'policy' | 'evidence'> & { weak: boolean };

/** Finds what concepts put before a curator; `publicFigures` are names besides those that are known. */
export function createConceptSearch({ publicFigures }: { publicFigures: readonly string[] }) {
  const english = createConceptFinder<Concept>(
    {
      ...(englishConcepts as Record<Concept, Terms>),
      hateWord: `${englishConcepts.hateWord},${negativeWords(-5, -3)}`,
      roughWord: `${englishConcepts.roughWord},${negativeWords(-2, -2)}`,
      abuse: abusiveWords,
      publicFigure: [publicFigureNames, ...publicFigures].join(','),
      knownWork: knownWorks,
    },
    { spelt: ['abuse'] },
  );
  const arabic = createConceptFinder<Concept>(
    mapTerms({
      ...(arabicConcepts as Record<Concept, Terms>),
      publicFigure: [arabicPublicFigureNames, ...publicFigures].join(','),
      knownWork: arabicWorks,
    }),
  );

  /** `written` and `bare` are the two keys of one text. */
  return (written: string, bare: string): ConceptFinding[] => {
    const finder = /\p{Script=Arabic}/u.test(written) ? [english, arabic] : [english];
    const plain = wordsOf(withoutHarmlessPhrases(written));
    const mended = english.mend(wordsOf(withoutHarmlessPhrases(bare)));
    return finder.flatMap((each) => [...applyRules(each, plain), ...applyRules(each, mended)]);
  };
}

function mapTerms(concepts: Record<Concept, Terms>): Record<Concept, Terms> {
  return Object.fromEntries(
    Object.entries(concepts).map(([concept, terms]) => [concept, oneArabicSpelling(terms)]),
  ) as Record<Concept, Terms>;
}

function applyRules(finder: ConceptFinder<Concept>, words: readonly string[]): ConceptFinding[] {
  const hits = Map.groupBy(finder.find(words), ({ concept }) => concept);
  if (hits.size === 0) return [];
  return conceptRules.flatMap((rule) => {
    const found = firstMatch(rule, hits);
    return found ? [{ policy: rule.policy, evidence: found, weak: rule.weak ?? false }] : [];
  });
}

function firstMatch({ all: [one, other], within = 0 }: ConceptRule, hits: Map<Concept, ConceptHit<Concept>[]>) {
  const first = hits.get(one) ?? [];
  if (other === undefined) return first[0]?.term ?? null;
  for (const each of first) {
    const beside = (hits.get(other) ?? []).find((hit) => distance(each, hit) >= 0 && distance(each, hit) <= within);
    if (beside) return `${each.term} … ${beside.term}`;
  }
  return null;
}

/** Words between two hits; negative where they share a word. */
function distance(one: ConceptHit<Concept>, other: ConceptHit<Concept>): number {
  return Math.max(one.start - other.end, other.start - one.end);
}
