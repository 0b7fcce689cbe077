import type { Finding } from '../../../requests/index.ts';
import { POLICIES } from '../policies.ts';
import { asksForKnowledge, isQuestion } from './asks-for-knowledge.ts';
import { speaksAgainst } from './speaks-against.ts';

/** What a text as a whole does with what it names. */
export interface TextContext {
  /** Asks to be told something, not to be shown it. */
  asks: boolean;
  question: boolean;
  written: string;
}

export function contextOf(written: string): TextContext {
  return { asks: asksForKnowledge(written), question: isQuestion(written), written };
}

/** A question may name whom and what it likes. */
const NAMES_ONLY: ReadonlySet<string> = new Set(['copyright', 'public-figures']);
const ALL_THE_SAME: ReadonlySet<string> = new Set(['minors', 'hate', 'steering']);
/** What people who answer it have to repeat. */
const TURNED_AGAINST: ReadonlySet<string> = new Set(['hate', 'sexual']);
/** What is named in a question is not shown; children and hate are looked at all the same. */
const EXCUSED_IN_QUESTIONS: ReadonlySet<string> = new Set(
  POLICIES.map(({ code }) => code).filter((code) => !ALL_THE_SAME.has(code)),
);

/**
 * Takes out what the context excuses, and leaves to a person what it makes doubtful: whoever answers hate or asks what a
 * word means has to say the word. What is said of children stays.
 */
export function settleByContext<Said extends Pick<Finding, 'policy' | 'outcome' | 'evidence'>>(
  said: readonly Said[],
  { asks, question, written }: TextContext,
): Said[] {
  const excused = ({ policy, outcome }: Said) =>
    outcome === 'review' && ((asks && EXCUSED_IN_QUESTIONS.has(policy)) || (question && NAMES_ONLY.has(policy)));
  const doubtful = ({ policy, outcome, evidence }: Said) =>
    outcome === 'refuse' &&
    ((asks && policy !== 'minors') || (TURNED_AGAINST.has(policy) && speaksAgainst(written, evidence)));
  return said
    .filter((each) => !excused(each))
    .map((each) => (doubtful(each) ? { ...each, outcome: 'review' as const } : each));
}
