import type { Finding } from '../../../requests/index.ts';
import { detectLanguage, READ_LANGUAGES } from '../detect-language.ts';
import { gravestFirst, unchecked } from '../join-verdicts.ts';
import { arabicRules } from './arabic-rules.ts';
import { createConceptSearch } from './concepts/find-in-concepts.ts';
import { englishDeceitRules } from './english-deceit-rules.ts';
import { englishHarmRules } from './english-harm-rules.ts';
import { findListedWords } from './find-listed-words.ts';
import { createUnspacedNames } from './find-unspaced-names.ts';
import { excuses } from './hear-excuse.ts';
import { asWritten, unmasked } from './match-keys.ts';
import type { Rule } from './rule.ts';
import { findSlurs } from './slurs.ts';
import { contextOf, type Said, settleByContext } from './text-context.ts';
import { createSearch, type FindIn } from './whole-words.ts';

const ENGLISH: readonly Rule[] = [...englishHarmRules, ...englishDeceitRules];
const ENGLISH_AND_ARABIC: readonly Rule[] = [...ENGLISH, ...arabicRules];
const searchIn = createSearch([...ENGLISH_AND_ARABIC.map(({ says }) => says), ...excuses]);
const LONGEST_EVIDENCE = 80;
/** What is longer is no prompt: the rest is left to a person. */
const LONGEST_TEXT = 8000;

/** Opens the search of all rules in a text, one finding a policy; `source` is whom findings name. */
export function createTextSearch({ publicFigures, source }: { publicFigures: readonly string[]; source: string }) {
  const findConcepts = createConceptSearch({ publicFigures });
  const findUnspacedNames = createUnspacedNames(publicFigures);
  const asFinding = (each: Said): Finding => ({
    policy: each.policy,
    outcome: each.outcome,
    evidence: each.evidence.trim().slice(0, LONGEST_EVIDENCE).toWellFormed(),
    source,
    inWords: true,
    ...(each.readAs === undefined ? {} : { readAs: each.readAs }),
  });

  return async (whole: string): Promise<Finding[]> => {
    const text = whole.slice(0, LONGEST_TEXT);
    const written = asWritten(text);
    const bare = unmasked(written);
    const findInWritten = searchIn(written);
    const context = contextOf(written, findInWritten);
    const asSeen = await detectLanguage(written);
    // Letters that only look English are of no language; what they look like may be.
    const language = isUnread(asSeen) && bare !== written ? await detectLanguage(bare) : asSeen;
    const slurs = findSlurs(written, bare);
    const concepts = findConcepts(written, bare, language);
    const said: Said[] = [
      ...matchPatterns(
        { text: written, find: findInWritten },
        bare === written ? null : { text: bare, find: searchIn(bare) },
      ),
      ...findUnspacedNames(written),
      ...concepts.found
        .filter((each) => !(context.asks && each.weak))
        .map(({ policy, evidence, excusedBy }) => ({ policy, evidence, excusedBy, outcome: 'review' as const })),
      // The lists call a slur explicit too; what it is has been said then.
      ...(slurs.length > 0 ? slurs : findListedWords(written, language ?? 'en')),
    ];
    return onePerPolicy([
      ...settleByContext(said, context).map(asFinding),
      ...(text === whole ? [] : [unchecked(source, `only the first ${LONGEST_TEXT} characters were read`)]),
      ...(concepts.isWhole ? [] : [unchecked(source, 'so many words are none that not all could be read')]),
      ...unreadLanguage(language, source),
    ]);
  };
}

interface Searched {
  text: string;
  find: FindIn;
}

function matchPatterns(plain: Searched, bare: Searched | null): Said[] {
  const rules = /\p{Script=Arabic}/u.test(plain.text) ? ENGLISH_AND_ARABIC : ENGLISH;
  return rules.flatMap((rule): Said[] => {
    const { policy, outcome, excusedBy } = rule;
    const said = matchRule(rule, plain);
    if (said !== null) return [{ policy, outcome, evidence: said, excusedBy }];
    // Whoever disguises a word has no excuse for it.
    const masked = bare && matchRule(rule, bare);
    return masked === null ? [] : [{ policy, outcome, evidence: masked }];
  });
}

const EVERYWHERE = new Map<RegExp, RegExp>();

/** Made once: making one of so many words takes longer than looking for it. */
function everywhere(pattern: RegExp): RegExp {
  const known = EVERYWHERE.get(pattern) ?? new RegExp(pattern, 'gu');
  EVERYWHERE.set(pattern, known);
  return known;
}

function matchRule({ says, with: beside, unless }: Rule, { text, find }: Searched): string | null {
  const said = find(says);
  if (!said) return null;
  const rest = unless ? text.replaceAll(everywhere(unless), ' ') : text;
  const [saidStill] = rest === text ? said : (says.exec(rest) ?? []);
  if (saidStill === undefined || !beside) return saidStill ?? null;
  const [saidBeside] = beside.exec(rest) ?? [];
  return saidBeside === undefined ? null : `${saidStill} … ${saidBeside}`;
}

const isUnread = (language: string | null) => language !== null && !READ_LANGUAGES.has(language);

function unreadLanguage(language: string | null, source: string): Finding[] {
  if (!isUnread(language)) return [];
  return [
    unchecked(
      source,
      language === 'und' ? 'its language could not be told' : `no rules for its language (${language})`,
    ),
  ];
}

/** The strictest of each policy is enough for a curator to see why. */
function onePerPolicy(findings: readonly Finding[]): Finding[] {
  const byPolicy = new Map<string, Finding>();
  for (const each of gravestFirst(findings)) if (!byPolicy.has(each.policy)) byPolicy.set(each.policy, each);
  return [...byPolicy.values()];
}
