import type { Finding, Outcome, Verdict } from '../../requests/index.ts';
import { POLICIES } from './policies.ts';

/** A screening that gave no answer in time, or none at all. */
export interface Missing {
  /** The id of the screening. */
  missing: string;
  /** What became of it, for curators. */
  why: string;
}

const STRICTNESS: Record<Outcome, number> = { allow: 0, review: 1, refuse: 2 };
const severities: ReadonlyMap<string, number> = new Map(POLICIES.map(({ code, severity }) => [code, severity]));

/**
 * One verdict of several: the strictest wins, an answer that is missing counts as `review`, and so does no answer at
 * all. Findings stand gravest first.
 */
export function joinVerdicts(verdicts: readonly (Verdict | Missing)[]): Verdict {
  const answered = verdicts.filter((each): each is Verdict => !('missing' in each));
  const gaps = verdicts.flatMap((each) => ('missing' in each ? [unchecked(each.missing, each.why)] : []));
  if (verdicts.length === 0) gaps.push(unchecked('none', 'no screening is configured'));
  const findings = gravestFirst([...answered.flatMap((each) => each.findings), ...gaps]);
  const outcomes = [...answered.map((each) => each.outcome), ...findings.map((each) => each.outcome)];
  return {
    outcome: strictest(outcomes),
    findings,
    screenedBy: [...new Set(answered.flatMap((each) => each.screenedBy))],
  };
}

/** What one screening found; what it could not look at stands there as that. `failed`: what could not be done. */
export async function verdictOf(id: string, failed: string, look: () => Promise<Finding[]>): Promise<Verdict> {
  try {
    const findings = await look();
    return { outcome: strictest(findings.map(({ outcome }) => outcome)), findings, screenedBy: [id] };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'no answer';
    return { outcome: 'review', findings: [unchecked(id, `${failed}: ${why}`)], screenedBy: [] };
  }
}

/** The finding that stands for what nobody could look at. */
export function unchecked(source: string, evidence: string): Finding {
  return { policy: 'unchecked', outcome: 'review', evidence, source };
}

/** `allow` where there is nothing. */
export function strictest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce<Outcome>((most, each) => (STRICTNESS[each] > STRICTNESS[most] ? each : most), 'allow');
}

/** By what follows, then by the policy's severity. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const gravity = ({ outcome, policy }: Finding) => STRICTNESS[outcome] * 10 + (severities.get(policy) ?? 0);
  return findings.toSorted((one, other) => gravity(other) - gravity(one));
}
