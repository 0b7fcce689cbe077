import type { HistoryEntry, Locale, RequestState } from '../requests/index.ts';
import { DECLINE_REASONS } from './decline-reasons.ts';
import { fillIn } from './fill-in.ts';
import { PAGE_TEXTS, type PageInserts, type PageKey } from './pages.ts';
import { REASON_TEXT } from './reason-text.ts';
import { reviewArabic } from './review-arabic.ts';
import { reviewEnglish } from './review-english.ts';
import { dollars } from './say.ts';
import { STATE_TEXT } from './state-text.ts';
import type { Inserts } from './text.ts';

/** What curators read away from the desk's page, by language. */
export const REVIEW_TEXTS = { en: reviewEnglish, ar: reviewArabic } as const;
export type ReviewKey = keyof typeof reviewEnglish;
type Given<Key extends ReviewKey> = Inserts<(typeof reviewEnglish)[Key]>;

export function sayToCurators<Key extends ReviewKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof Given<Key> extends never ? [] : [inserts: Given<Key>]
): string {
  return fillIn(locale, REVIEW_TEXTS[locale][key], inserts);
}

/** In the words of the desk's page, so that the same thing is called the same everywhere. */
export function sayAsAtDesk<Key extends PageKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof PageInserts<Key> extends never ? [] : [inserts: PageInserts<Key>]
): string {
  return fillIn(locale, PAGE_TEXTS[locale][key], inserts);
}

/** Why a request is declined, short, for curators; the requester is told a sentence. */
export function sayReason(locale: Locale, reason: string): string {
  const known = DECLINE_REASONS.find((each) => each === reason);
  return known ? fillIn(locale, PAGE_TEXTS[locale][REASON_TEXT[known]]) : reason;
}

/** A state in a word or two, for curators. */
export function sayState(locale: Locale, state: RequestState): string {
  return fillIn(locale, PAGE_TEXTS[locale][STATE_TEXT[state]]);
}

/** What it costs to make. */
export function sayCost(locale: Locale, usd: number): string {
  return usd === 0 ? sayAsAtDesk(locale, 'planFree') : dollars(locale, usd).said;
}

/** What settled something that waited for a curator, and who did it. `edited`: another prompt than was asked. */
export function sayEnded(locale: Locale, { event, actor }: HistoryEntry, edited: boolean): string {
  const name = actor ?? '—';
  switch (event.kind) {
    case 'approved':
      return sayToCurators(locale, edited ? 'ended-approved-edited' : 'ended-approved', { name });
    case 'declined':
      return sayToCurators(locale, 'ended-declined', { name });
    case 'passed-over':
      return sayToCurators(locale, 'ended-not-chosen');
    case 'prompt-screened':
      return sayToCurators(locale, 'ended-refused');
    case 'withdrawn':
      return sayToCurators(locale, event.by === 'requester' ? 'ended-withdrawn' : 'ended-gone');
    case 'gave-up':
      return actor === null ? sayToCurators(locale, 'ended-failed') : sayToCurators(locale, 'ended-given-up', { name });
    case 'shot-failed':
      return sayToCurators(locale, 'ended-failed');
    case 'shot-started':
      return sayToCurators(locale, 'ended-started');
    case 'retried':
      return sayToCurators(locale, 'ended-retried', { name });
    case 'shot-restarted':
      return sayToCurators(locale, 'ended-restarted', { name });
    case 'clip-released':
      return sayToCurators(locale, 'ended-released', { name });
    case 'clip-blocked':
      return sayToCurators(locale, 'ended-blocked', { name });
    case 'appeal-upheld':
      return sayToCurators(locale, 'ended-appeal-upheld', { name });
    case 'appeal-dismissed':
      return sayToCurators(locale, 'ended-appeal-dismissed', { name });
    case 'held':
      return sayToCurators(locale, 'ended-held', { name });
    case 'question-asked':
      return sayToCurators(locale, 'ended-asked', { name });
    case 'merged':
      return actor === null ? sayToCurators(locale, 'ended-same') : sayToCurators(locale, 'ended-merged', { name });
    case 'reports-dismissed':
      return sayToCurators(locale, 'ended-let-stand', { name });
    case 'let-rest':
      return sayToCurators(locale, 'ended-taken-back');
    case 'taken-down':
      return event.by === 'requester'
        ? sayToCurators(locale, 'ended-taken-back')
        : sayToCurators(locale, 'ended-taken-down', { name });
    default:
      return sayToCurators(locale, 'ended-otherwise');
  }
}
