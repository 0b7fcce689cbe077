import type { Finding, Verdict } from '../../requests/index.ts';
import { gravestFirst, strictest } from './join-verdicts.ts';
import { type Following, isForTwo, POLICIES_VERSION, type PolicyCode } from './policies.ts';
import type { Screening } from './screening.ts';

/** What an operator has follow from a policy instead of what it says. */
export type PolicySwitches = ReadonlyMap<PolicyCode, Following | 'off'>;

/**
 * Gives verdicts under the operator's switches, each with the version of the policies that it was made under and how many
 * curators these want.
 */
export function createSwitchedScreening(screening: Screening, switches: PolicySwitches): Screening {
  const switched = (verdict: Verdict) => switchVerdict(verdict, switches);
  return {
    ...screening,
    screenPrompt: async (subject) => switched(await screening.screenPrompt(subject)),
    screenClip: async (clip) => switched(await screening.screenClip(clip)),
  };
}

function switchVerdict(verdict: Verdict, switches: PolicySwitches): Verdict {
  const findings = gravestFirst(verdict.findings.flatMap((finding) => switchFinding(finding, switches)));
  return {
    ...verdict,
    // Where nothing was switched off, what the parts said stands, findings or not.
    outcome:
      findings.length === verdict.findings.length && switches.size === 0
        ? verdict.outcome
        : strictest(findings.map(({ outcome }) => outcome)),
    findings,
    policies: POLICIES_VERSION,
    ...(findings.some((finding) => wantsTwo(finding, switches)) ? { approvals: 2 } : {}),
  };
}

function switchFinding(finding: Finding, switches: PolicySwitches): Finding[] {
  const to = switchOf(finding, switches);
  if (to === 'off') return [];
  if (to === undefined || finding.outcome === 'allow') return [finding];
  return [{ ...finding, outcome: to === 'refuse' ? 'refuse' : 'review' }];
}

function wantsTwo(finding: Finding, switches: PolicySwitches): boolean {
  if (finding.outcome === 'allow') return false;
  const to = switchOf(finding, switches);
  return to === undefined ? isForTwo(finding.policy) : to === 'review-by-two';
}

function switchOf({ policy }: Finding, switches: PolicySwitches): Following | 'off' | undefined {
  return (switches as ReadonlyMap<string, Following | 'off'>).get(policy);
}
