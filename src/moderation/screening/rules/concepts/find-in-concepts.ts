import type { Finding } from '../../../../requests/index.ts';
import { abusiveWords } from './abusive-words.ts';
import { arabicConcepts, arabicPublicFigureNames, arabicWorks } from './arabic-concepts.ts';
import { arabicDeceits } from './arabic-deceits.ts';
import { createArabicSpelling } from './arabic-spelling.ts';
import { badWords, goodWords } from './charged-words.ts';
import { type Concept, type ConceptRule, conceptRules } from './concept-rules.ts';
import { englishConcepts } from './english-concepts.ts';
import { englishDeceits } from './english-deceits.ts';
import { englishScenes } from './english-scenes.ts';
import { createEnglishSpelling } from './english-spelling.ts';
import { type ConceptFinder, type ConceptHit, createConceptFinder, wordsOf } from './find-concepts.ts';
import { withoutHarmlessPhrases } from './harmless-phrases.ts';
import { knownWorks } from './known-works.ts';
import { createMender } from './mend-words.ts';
import { arabicOfficeHolders, officeHolders } from './office-holders.ts';
import { pokemonNames } from './pokemon-names.ts';
import { otherPublicFigureNames, publicFigureNames } from './public-figures.ts';
import { withoutWhatIsDenied } from './said-and-denied.ts';
import type { Terms } from './terms.ts';

export type ConceptFinding = Pick<Finding, 'policy' | 'evidence'> & Pick<ConceptRule, 'weak' | 'excusedBy'>;

export interface ConceptSearch {
  found: ConceptFinding[];
  /** False where more of it was no word of any dictionary than is looked at for misspelling. */
  isWhole: boolean;
}

const ARABIC = /\p{Script=Arabic}/u;
/** No word of theirs is a misspelt English one: `Frau` lacks no letter. */
const LISTED_ONLY: ReadonlySet<string> = new Set(['es', 'fr', 'de', 'pt']);

/** Finds what concepts put before a curator; `publicFigures` are names besides those that are known. */
export function createConceptSearch({ publicFigures }: { publicFigures: readonly string[] }) {
  const finder = createConceptFinder(
    together(
      {
        ...englishConcepts,
        ...englishScenes,
        ...englishDeceits,
        hateWord: `${englishConcepts.hateWord},${badWords(-5, -3)}`,
        roughWord: `${englishConcepts.roughWord},${badWords(-2, -2)}`,
        praise: goodWords,
        badState: badWords(-5, -2),
        abuse: abusiveWords,
        famed: `${englishConcepts.famed},${officeHolders}`,
        publicFigure: [publicFigureNames, otherPublicFigureNames, ...publicFigures].join(','),
        knownWork: `${knownWorks},${pokemonNames}`,
      },
      {
        // The gravest stand first: what is misspelt is taken for the first that it resembles.
        ...arabicConcepts,
        ...arabicDeceits,
        famed: `${arabicConcepts.famed},${arabicOfficeHolders}`,
        publicFigure: arabicPublicFigureNames,
        knownWork: arabicWorks,
      },
    ),
  );
  const englishSpelling = createEnglishSpelling(finder.vocabulary.keys(), {
    // What of these is misspelt looks like misspelt words of every day.
    rare: new Set([
      ...onlyIn(finder, 'abuse'),
      ...pokemonNames.split(/[ ,]/),
      ...officeHolders.toLowerCase().split(/[ ,]/),
    ]),
    groups: new Set(englishConcepts.group.split(/\s*,\s*/)),
  });
  const arabicSpelling = createArabicSpelling(finder.vocabulary.keys());
  const mend = createMender((word) => (ARABIC.test(word) ? arabicSpelling : englishSpelling));

  /** `written` and `bare` are the two keys of one text; `language` is what it is surely written in, as far as that is known. */
  return (written: string, bare: string, language: string | null): ConceptSearch => {
    const plain = wordsOf(withoutHarmlessPhrases(written));
    const unmasked = bare === written ? plain : wordsOf(withoutHarmlessPhrases(bare));
    const isListedOnly = language !== null && LISTED_ONLY.has(language);
    const { words: mended, isWhole } = isListedOnly ? { words: unmasked, isWhole: true } : mend(unmasked);
    const said = applyRules(finder, plain);
    if (mended.join(' ') === plain.join(' ')) return { found: [...said.values()], isWhole };
    // What was said in plain words too is no disguise.
    const masked = [...applyRules(finder, mended)].filter(([rule]) => !said.has(rule));
    return { found: [...said.values(), ...masked.map(([, { excusedBy: _, ...found }]) => found)], isWhole };
  };
}

/** The terms of all languages for each concept. */
function together(...languages: readonly Partial<Record<Concept, Terms>>[]): Record<Concept, Terms> {
  const all = Map.groupBy(
    languages.flatMap((each) => Object.entries(each)),
    ([concept]) => concept,
  );
  return Object.fromEntries(
    [...all].map(([concept, each]) => [concept, each.map(([, terms]) => terms).join(',')]),
  ) as Record<Concept, Terms>;
}

/** Words that say nothing but this concept. */
function onlyIn({ vocabulary }: ConceptFinder<Concept>, concept: Concept): ReadonlySet<string> {
  return new Set([...vocabulary].flatMap(([word, said]) => (said.size === 1 && said.has(concept) ? [word] : [])));
}

/** By the concept that each needs first, and their order. */
const RULES_ON = Map.groupBy(
  conceptRules.map((rule, order) => ({ rule, order })),
  ({ rule }) => rule.all[0],
);

function applyRules(finder: ConceptFinder<Concept>, words: readonly string[]): Map<ConceptRule, ConceptFinding> {
  const found = finder.find(words);
  if (found.length === 0) return new Map();
  const hits = Map.groupBy(withoutWhatIsDenied(found), ({ concept }) => concept);
  const kept = new Map<ConceptRule, ConceptFinding>();
  const maybe = [...hits.keys()].flatMap((concept) => RULES_ON.get(concept) ?? []);
  for (const { rule } of maybe.toSorted((one, other) => one.order - other.order)) {
    const evidence = firstMatch(rule, hits);
    const { policy, weak, excusedBy } = rule;
    if (evidence) kept.set(rule, { policy, evidence, ...(weak && { weak }), ...(excusedBy && { excusedBy }) });
  }
  return kept;
}

function firstMatch({ all: [one, other], within = 0 }: ConceptRule, hits: Map<Concept, ConceptHit<Concept>[]>) {
  const first = hits.get(one);
  if (!first) return null;
  if (other === undefined) return first[0]?.term ?? null;
  const second = hits.get(other) ?? [];
  for (const each of first) {
    const beside = second.find((hit) => distance(each, hit) >= 0 && distance(each, hit) <= within);
    if (beside) return `${each.term} … ${beside.term}`;
  }
  return null;
}

/** Words between two hits; negative where they share a word. */
function distance(one: ConceptHit<Concept>, other: ConceptHit<Concept>): number {
  return Math.max(one.start - other.end, other.start - one.end);
}
