import type { Finding, Verdict } from '../../../requests/index.ts';
import { impossibleNumbers } from '../clip-numbers.ts';
import { gravestFirst, strictest, unchecked } from '../join-verdicts.ts';
import { POLICIES } from '../policies.ts';
import type { PromptSubject, Screening } from '../screening.ts';
import { arabicRules } from './arabic-rules.ts';
import { asksForKnowledge, isQuestion } from './asks-for-knowledge.ts';
import { createConceptSearch } from './concepts/find-in-concepts.ts';
import { detectLanguage, READ_LANGUAGES } from './detect-language.ts';
import { englishDeceitRules } from './english-deceit-rules.ts';
import { englishHarmRules } from './english-harm-rules.ts';
import { findListedWords } from './find-listed-words.ts';
import { asWritten, unmasked } from './match-keys.ts';
import type { Rule } from './rule.ts';
import { findSlurs } from './slurs.ts';

const ID = 'rules@2';
const ENGLISH: readonly Rule[] = [...englishHarmRules, ...englishDeceitRules];
const ENGLISH_AND_ARABIC: readonly Rule[] = [...ENGLISH, ...arabicRules];
const LONGEST_EVIDENCE = 80;

/**
 * Words for what must never be made and what a person should look at: patterns, concepts beside each other, and lists.
 * It knows no context and sees no picture; it is there so that the gravest is caught even where nothing else is
 * configured. `publicFigures` are names besides those that it knows.
 */
export function createRulesScreening({ publicFigures = [] }: { publicFigures?: readonly string[] } = {}): Screening {
  const findConcepts = createConceptSearch({ publicFigures });
  return {
    id: ID,
    immediate: true,
    certainty: 'rule',
    screenPrompt: async (subject) =>
      verdictOf([...(await findInText(textOf(subject), findConcepts)), ...findInPicture(subject)]),
    screenClip: async (clip) => verdictOf(impossibleNumbers(ID, clip)),
  };
}

function textOf({ prompt, style }: PromptSubject): string {
  return style === null ? prompt : `${prompt}\n${style}`;
}

/** What is longer is no prompt: the rest is left to a person. */
const LONGEST_TEXT = 8000;

async function findInText(whole: string, findConcepts: ReturnType<typeof createConceptSearch>): Promise<Finding[]> {
  const text = whole.slice(0, LONGEST_TEXT);
  const written = asWritten(text);
  const bare = unmasked(written);
  const keys = bare === written ? [written] : [written, bare];
  const rules = /\p{Script=Arabic}/u.test(written) ? ENGLISH_AND_ARABIC : ENGLISH;
  const found = keys.flatMap((key) => rules.flatMap((rule) => matchRule(rule, key)));
  const question = asksForKnowledge(written);
  const excused = ({ policy, outcome }: Pick<Finding, 'policy' | 'outcome'>) =>
    outcome === 'review' &&
    ((question && EXCUSED_IN_QUESTIONS.has(policy)) || (isQuestion(written) && NAMES_ONLY.has(policy)));
  const concepts = findConcepts(written, bare)
    .filter((each) => !(question && each.weak))
    .map((each) => finding({ ...each, outcome: 'review' }, each.evidence));
  const asSeen = await detectLanguage(written);
  // Letters that only look English are of no language; what they look like may be.
  const language = isUnread(asSeen) ? await detectLanguage(bare) : asSeen;
  const slurs = findSlurs(text);
  // The lists call a slur explicit too; what it is has been said then.
  const listed = slurs.length > 0 ? slurs : findListedWords(written, language ?? 'en');
  return onePerPolicy([
    ...[...found, ...concepts, ...listed.map((each) => finding(each, each.evidence))].filter((each) => !excused(each)),
    ...(text === whole ? [] : [unchecked(ID, `only the first ${LONGEST_TEXT} characters were read`)]),
    ...unreadLanguage(language),
  ]);
}

/** A question may name whom and what it likes. */
const NAMES_ONLY: ReadonlySet<string> = new Set(['copyright', 'public-figures']);

/** What is named in a question is not shown; children and hate are looked at all the same. */
const EXCUSED_IN_QUESTIONS: ReadonlySet<string> = new Set(
  POLICIES.map(({ code }) => code).filter((code) => !['minors', 'hate', 'steering'].includes(code)),
);

const isUnread = (language: string | null) => language !== null && !READ_LANGUAGES.has(language);

function unreadLanguage(language: string | null): Finding[] {
  if (!isUnread(language)) return [];
  return [
    unchecked(ID, language === 'und' ? 'its language could not be told' : `no rules for its language (${language})`),
  ];
}

function matchRule(rule: Rule, text: string): Finding[] {
  if (!rule.says.test(text)) return [];
  const rest = rule.unless ? text.replaceAll(new RegExp(rule.unless, 'gu'), ' ') : text;
  const said = rule.says.exec(rest);
  const beside = rule.with?.exec(rest);
  if (!said || (rule.with && !beside)) return [];
  return [finding(rule, beside ? `${said[0]} … ${beside[0]}` : said[0])];
}

function finding({ policy, outcome }: Pick<Finding, 'policy' | 'outcome'>, evidence: string): Finding {
  return { policy, outcome, evidence: evidence.trim().slice(0, LONGEST_EVIDENCE).toWellFormed(), source: ID };
}

/** The strictest of each policy is enough for a curator to see why. */
function onePerPolicy(findings: readonly Finding[]): Finding[] {
  const byPolicy = new Map<string, Finding>();
  for (const each of gravestFirst(findings)) if (!byPolicy.has(each.policy)) byPolicy.set(each.policy, each);
  return [...byPolicy.values()];
}

function findInPicture({ picture }: PromptSubject): Finding[] {
  return picture ? [unchecked(ID, 'a picture, and no check of pictures is configured')] : [];
}

function verdictOf(findings: readonly Finding[]): Verdict {
  return {
    outcome: strictest(findings.map(({ outcome }) => outcome)),
    findings: gravestFirst(findings),
    screenedBy: [ID],
  };
}
