import type { Finding } from '../../../requests/index.ts';
import type { Excuse, NamedExcuse } from '../excuse.ts';
import { POLICIES } from '../policies.ts';
import { asksForKnowledge, isQuestion } from './asks-for-knowledge.ts';
import { hearExcuse } from './hear-excuse.ts';
import { speaksAgainst } from './speaks-against.ts';
import type { FindIn } from './whole-words.ts';

/** What a text as a whole does with what it names. */
export interface TextContext {
  /** Asks to be told something, not to be shown it. */
  asks: boolean;
  question: boolean;
  written: string;
  /** Looks for what the rules and the excuses say in it. */
  find: FindIn;
}

export function contextOf(written: string, find: FindIn): TextContext {
  return { asks: asksForKnowledge(written), question: isQuestion(written), written, find };
}

/** What a rule found, and what would make it milder; nothing does where it was found under a disguise. */
export type Said = Pick<Finding, 'policy' | 'outcome' | 'evidence' | 'readAs'> & {
  excusedBy?: readonly NamedExcuse[] | undefined;
};

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
 * Makes milder, by one step, what the context excuses: what a rule would refuse is for a person, who is told what was heard,
 * and what it would put before one is only noted. What is said of children stays.
 */
export function settleByContext(said: readonly Said[], context: TextContext): Said[] {
  return said.map((each) => {
    const readAs = heardFor(each, context);
    return readAs === null ? each : { ...each, readAs, outcome: each.outcome === 'refuse' ? 'review' : 'allow' };
  });
}

function heardFor(each: Said, { asks, question, written, find }: TextContext): Excuse | null {
  const { policy, outcome, evidence } = each;
  if (outcome === 'review') {
    if ((asks && EXCUSED_IN_QUESTIONS.has(policy)) || (question && NAMES_ONLY.has(policy))) return 'question';
  } else {
    // Whoever answers hate or asks what a word means has to say the word.
    if (asks && policy !== 'minors') return 'question';
    if (TURNED_AGAINST.has(policy) && speaksAgainst(written, evidence)) return 'said-against';
  }
  return each.excusedBy ? hearExcuse(written, find, each.excusedBy) : null;
}
