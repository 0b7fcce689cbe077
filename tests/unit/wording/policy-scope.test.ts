import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../../src/moderation/screening/policies.ts';
import { judgeInstructions } from '../../../src/moderation/screening/policy-judge/judge-instructions.ts';
import { policyScope } from '../../../src/wording/say-policy.ts';

describe("a policy's bounds", () => {
  it.each(POLICIES.map(({ code }) => code))('are said of %s in both languages, what it covers and what not', (code) => {
    for (const locale of ['en', 'ar'] as const) {
      const scope = policyScope(locale, code);
      expect(scope?.covers.length).toBeGreaterThan(10);
      expect(scope?.not.length).toBeGreaterThan(10);
      expect(/\p{Script=Arabic}/u.test(`${scope?.covers}${scope?.not}`)).toBe(locale === 'ar');
    }
  });

  it('are told to the judge, and unknown of a code that is', () => {
    expect(judgeInstructions).toContain(policyScope('en', 'violence')?.not);
    expect(policyScope('en', 'constructor')).toBeNull();
  });
});
