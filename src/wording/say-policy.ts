import type { PolicyCode } from '../moderation/screening/policies.ts';
import type { Locale, Outcome, Verdict } from '../requests/index.ts';
import { otherPolicyArabic, policiesArabic } from './policies-arabic.ts';
import { otherPolicyEnglish, type PolicyText, policiesEnglish } from './policies-english.ts';
import { policyScopesArabic } from './policy-scopes-arabic.ts';
import { type PolicyScope, policyScopesEnglish } from './policy-scopes-english.ts';
import { say } from './say.ts';

export const POLICY_TEXTS: Record<Locale, Record<PolicyCode, PolicyText>> = { en: policiesEnglish, ar: policiesArabic };
const OTHER: Record<Locale, PolicyText> = { en: otherPolicyEnglish, ar: otherPolicyArabic };

/** A policy's title and sentence; what is said in general where the code is unknown. */
export function policyText(locale: Locale, code: string): PolicyText {
  const texts: Record<string, PolicyText> = POLICY_TEXTS[locale];
  return Object.hasOwn(texts, code) ? (texts[code] ?? OTHER[locale]) : OTHER[locale];
}

const SCOPES: Record<Locale, Record<PolicyCode, PolicyScope>> = { en: policyScopesEnglish, ar: policyScopesArabic };

/** What a policy is about and what it is not, for whoever decides under it; null where the code is unknown. */
export function policyScope(locale: Locale, code: string): PolicyScope | null {
  const scopes: Record<string, PolicyScope> = SCOPES[locale];
  return Object.hasOwn(scopes, code) ? (scopes[code] ?? null) : null;
}

/** Why a verdict came out as it did, in one sentence: its first finding that says so. Screenings name the gravest first. */
export function sayWhy(locale: Locale, verdict: Verdict): string {
  const decisive: Outcome = verdict.outcome;
  if (decisive === 'allow') return say(locale, 'nothing-found');
  const finding = verdict.findings.find(({ outcome }) => outcome === decisive) ?? verdict.findings[0];
  return policyText(locale, finding?.policy ?? '').sentence;
}
