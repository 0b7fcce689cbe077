import type { Finding, Verdict } from '../../requests/index.ts';
import { gravestFirst, strictest } from './join-verdicts.ts';
import { POLICIES_VERSION, type PolicyCode } from './policies.ts';
import type { Screening } from './screening.ts';

/** What an operator has follow from a policy instead of what it says. */
export type PolicySwitches = ReadonlyMap<PolicyCode, 'refuse' | 'review' | 'off'>;

/** Gives verdicts under the operator's switches, each with the version of the policies that it was made under. */
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
  };
}

function switchFinding(finding: Finding, switches: PolicySwitches): Finding[] {
  const to = (switches as ReadonlyMap<string, 'refuse' | 'review' | 'off'>).get(finding.policy);
  if (to === 'off') return [];
  return [to === undefined || finding.outcome === 'allow' ? finding : { ...finding, outcome: to }];
}
