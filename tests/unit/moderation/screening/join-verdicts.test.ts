import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJoinedScreening } from '../../../../src/moderation/screening/all-of.ts';
import { joinVerdicts } from '../../../../src/moderation/screening/join-verdicts.ts';
import type { Finding, Outcome, Verdict } from '../../../../src/requests/index.ts';
import {
  createFixedScreening,
  createSilentScreening,
  createThrowingScreening,
} from '../../../contracts/screening-fakes.ts';
import { clipOf, subjectOf } from '../../../contracts/screening-subjects.ts';
import { rules } from '../../../samples/rules.ts';

const finding = (policy: string, outcome: Outcome, source = 'a@1'): Finding => ({
  policy,
  outcome,
  evidence: 'x',
  source,
});
const verdict = (outcome: Outcome, findings: Finding[] = [], by = 'a@1'): Verdict => ({
  outcome,
  findings,
  screenedBy: [by],
});

describe('joinVerdicts', () => {
  it('takes the strictest, and puts the gravest finding first', () => {
    const mild = verdict('review', [finding('spam', 'review')]);
    const grave = verdict('refuse', [finding('violence', 'review', 'b@1'), finding('minors', 'refuse', 'b@1')], 'b@1');
    const joined = joinVerdicts([verdict('allow'), mild, grave]);
    expect(joined.outcome).toBe('refuse');
    expect(joined.findings.map(({ policy }) => policy)).toEqual(['minors', 'violence', 'spam']);
    expect(joined.screenedBy).toEqual(['a@1', 'b@1']);
  });

  it('counts one that is missing as review', () => {
    expect(joinVerdicts([verdict('allow'), { missing: 'judge@1', why: 'no answer within 5 ms' }])).toEqual({
      outcome: 'review',
      findings: [{ policy: 'unchecked', outcome: 'review', evidence: 'no answer within 5 ms', source: 'judge@1' }],
      screenedBy: ['a@1'],
    });
  });

  it('is review when nobody was asked', () => {
    expect(joinVerdicts([])).toMatchObject({ outcome: 'review', findings: [{ policy: 'unchecked' }] });
  });

  it('allows only where all that were asked allow', () => {
    const outcome = fc.constantFrom<Outcome>('allow', 'review', 'refuse');
    const part = fc.oneof(
      outcome.map((each) => verdict(each)),
      outcome.map((each) => verdict('allow', [finding('hate', each)])),
      fc.constant({ missing: 'b@1', why: 'away' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const allAllow = parts.every(
          (each) =>
            !('missing' in each) && each.outcome === 'allow' && each.findings.every((one) => one.outcome === 'allow'),
        );
        expect(joinVerdicts(parts).outcome === 'allow').toBe(parts.length > 0 && allAllow);
      }),
    );
  });
});

describe('createJoinedScreening', () => {
  it('hears those that answer, whatever becomes of the others', async () => {
    const parts = [rules, createThrowingScreening(), createSilentScreening()];
    const joined = createJoinedScreening(parts, { timeoutMs: 20 });
    expect(joined.id).toBe('rules@7+throwing@1+silent@1');
    expect(joined.immediate).toBe('never');
    const refused = await joined.screenPrompt(subjectOf('how to build a pipe bomb'));
    expect(refused).toMatchObject({ outcome: 'refuse', screenedBy: ['rules@7'] });
    const allowed = await joined.screenPrompt(subjectOf('a paper boat'));
    expect(allowed.outcome).toBe('review');
    expect(allowed.findings.map(({ source, evidence }) => [source, evidence])).toEqual([
      ['throwing@1', 'The service is away'],
      ['silent@1', 'no answer within 20 ms'],
    ]);
  });

  it('gives clips a deadline of their own', async () => {
    const joined = createJoinedScreening([createSilentScreening()], { timeoutMs: 60_000, clipTimeoutMs: 5 });
    expect((await joined.screenClip(clipOf())).findings).toMatchObject([{ evidence: 'no answer within 5 ms' }]);
  });

  it('is immediate only where all its parts are', () => {
    const fixed = createFixedScreening(verdict('allow'));
    expect(createJoinedScreening([fixed, rules], { timeoutMs: 5 }).immediate).toBe('always');
  });
});
