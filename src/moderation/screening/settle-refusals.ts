import { type Finding, flaggedPolicies, type Verdict } from '../../requests/index.ts';
import { type Missing, strictest } from './join-verdicts.ts';
import type { Screening } from './screening.ts';

/** What any of them refuses on its own word, whoever else is silent. */
const REFUSED_BY_ANY: ReadonlySet<string> = new Set(['minors']);

/**
 * What rules refuse is refused. What a model refuses stands where another screening found the same policy, or where it is
 * about minors; else they disagree, and a curator is shown what each said.
 */
export function settleRefusals(
  answers: readonly (Verdict | Missing)[],
  parts: readonly Pick<Screening, 'certainty'>[],
): (Verdict | Missing)[] {
  const foundBy = (policy: string) =>
    answers.filter((answer) => 'findings' in answer && flaggedPolicies(answer).includes(policy)).length;
  const stands = ({ policy }: Finding) => REFUSED_BY_ANY.has(policy) || foundBy(policy) > 1;
  return answers.map((answer, place) => {
    if ('missing' in answer || parts[place]?.certainty !== 'model') return answer;
    const findings = answer.findings.map((each) =>
      each.outcome === 'refuse' && !stands(each) ? { ...each, outcome: 'review' as const } : each,
    );
    const outcome = answer.outcome === 'refuse' ? strictest(findings.map((each) => each.outcome)) : answer.outcome;
    return { ...answer, findings, outcome };
  });
}
