import type { Restriction } from '../moderation/account/restriction.ts';
import { canAppeal, type Locale, type PromptRequest } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';
import { listOf } from './say.ts';
import { policyText } from './say-policy.ts';
import { statementArabic } from './statement-arabic.ts';
import { statementEnglish } from './statement-english.ts';
import type { Insert } from './text.ts';

export const STATEMENT_TEXTS = { en: statementEnglish, ar: statementArabic } as const;

type Key = keyof typeof statementEnglish;

/** A statement of reasons in sentences: what was decided, on what facts, and on which grounds. */
export interface StatementText {
  decision: string;
  facts: string;
  /** The rules it goes against, each with its sentence. */
  grounds: { title: string; sentence: string }[];
}

export function sayStatement(locale: Locale, restriction: Restriction): StatementText {
  const { kind, policies, screenedBy, policiesVersion, decidedBy } = restriction;
  const tell = (key: Key, inserts: Record<string, Insert> = {}) =>
    fillIn(locale, STATEMENT_TEXTS[locale][key], inserts);
  const about = kind !== 'not-made' ? 'facts-clip' : restriction.withPicture ? 'facts-picture' : 'facts-prompt';
  const checks = listOf(locale, screenedBy, 'and');
  const found = listOf(
    locale,
    policies.map((code) => policyText(locale, code).title),
    'and',
  );
  const facts = [
    tell(about, { date: day(locale, restriction.contentAt) }),
    ...(restriction.reported ? [tell('facts-reported')] : []),
    ...(screenedBy.length === 0
      ? []
      : [
          restriction.foundBySystem
            ? tell('facts-checked', { checks, policies: found })
            : tell('facts-clean', { checks }),
        ]),
    ...(policiesVersion === null ? [] : [tell('facts-version', { version: policiesVersion })]),
    tell(`facts-${decidedBy}`),
  ];
  const codes = policies.length > 0 ? policies : [''];
  return {
    decision: tell(`decision-${kind}`),
    facts: facts.join(' '),
    grounds: codes.map((code) => policyText(locale, code)),
  };
}

/** What its requester can do about it. */
export function sayRedress(locale: Locale, request: PromptRequest): string[] {
  const texts = STATEMENT_TEXTS[locale];
  const here = canAppeal(request) ? [texts['redress-appeal']] : request.appeal ? [texts['redress-appealed']] : [];
  return [...here, texts['redress-outside']];
}

function day(locale: Locale, instant: string): Insert {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return { said: format.format(new Date(instant)) };
}
