import { type Call, STANDING_CALL_ID } from '../../../calls/call.ts';
import { writeCaps } from '../../../calls/read-call-plan.ts';
import { USUAL_WINNERS } from '../../../calls/winners-rule.ts';
import type { Locale } from '../../../requests/index.ts';
import { dollars, moment, sayToOperators } from '../../../wording/index.ts';
import { DISCORD } from '../discord-limits.ts';
import { escapeText } from '../escape-text.ts';
import type { FormProblem } from './call-forms.ts';

export function themeOf(locale: Locale, { id, theme }: Pick<Call, 'id' | 'theme'>): string {
  return id === STANDING_CALL_ID ? sayToOperators(locale, 'call-standing-name') : theme[locale];
}

/** What was made of a call, as its operator reads it. */
export function describeCall(
  locale: Locale,
  head: 'call-opened' | 'call-planned' | 'call-extended',
  call: Call,
): string {
  const { opensAt, closesAt, budgetUsd, caps } = call;
  const written = writeCaps(caps);
  const lines = [
    sayToOperators(locale, head, { theme: themeOf(locale, call) }),
    ...(head === 'call-planned' ? [sayToOperators(locale, 'call-opens', { date: moment(locale, opensAt) })] : []),
    endOf(locale, closesAt),
    budgetUsd === null
      ? sayToOperators(locale, 'call-no-budget')
      : sayToOperators(locale, 'call-budget', { amount: dollars(locale, budgetUsd) }),
    written === '' ? sayToOperators(locale, 'call-no-caps') : sayToOperators(locale, 'call-caps', { caps: written }),
  ];
  const { by, places } = call.winners ?? USUAL_WINNERS;
  const won = sayToOperators(locale, `call-winners-${by}`, { count: places });
  const later = head === 'call-extended' ? [] : [sayToOperators(locale, 'call-more-later')];
  return [...[...lines, won].map(escapeText), describePlaces(locale, call), ...later.map(escapeText)].join('\n');
}

export function sayProblems(locale: Locale, problems: readonly FormProblem[]): string {
  const lines = problems.map((problem) => sayToOperators(locale, `problem-${problem}`));
  return escapeText([...lines, sayToOperators(locale, 'nothing-changed')].join('\n'));
}

function endOf(locale: Locale, closesAt: string | null): string {
  return closesAt === null
    ? sayToOperators(locale, 'call-endless')
    : sayToOperators(locale, 'call-ends', { date: moment(locale, closesAt) });
}

function describePlaces(locale: Locale, { places }: Pick<Call, 'places'>): string {
  if (places === null) return escapeText(sayToOperators(locale, 'call-everywhere'));
  const ours = places.filter((place) => place.startsWith(`${DISCORD}:`));
  return [
    escapeText(sayToOperators(locale, 'call-in')),
    ...ours.map((place) => `<#${place.slice(DISCORD.length + 1)}>`),
  ].join(' ');
}
