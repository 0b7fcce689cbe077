import type { Asked, Verdict } from '../../requests/index.ts';
import { strictest } from './join-verdicts.ts';

/** What was asked long ago is for a curator to decide, whatever screening thinks of it. */
export function holdLate(verdict: Verdict, { late, askedAt }: Pick<Asked, 'late' | 'askedAt'>): Verdict {
  if (!late) return verdict;
  const finding = { policy: 'late', outcome: 'review', evidence: askedAt, source: 'hearing' } as const;
  return {
    ...verdict,
    outcome: strictest([verdict.outcome, 'review']),
    findings: [...verdict.findings, finding],
  };
}
