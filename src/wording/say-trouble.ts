import type { Trouble } from '../bots/troubles.ts';
import type { Locale } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';
import type { Insert } from './text.ts';
import { troublesArabic } from './troubles-arabic.ts';
import { troublesEnglish } from './troubles-english.ts';

/** What keeps the bot from its work, by language. */
export const TROUBLE_TEXTS = { en: troublesEnglish, ar: troublesArabic } as const;

/** A trouble with what to do about it; `place` where it can be said better than by its name. */
export function sayTrouble(
  locale: Locale,
  { kind, placeName }: Pick<Trouble, 'kind' | 'placeName'>,
  place: Insert = placeName,
): string {
  return fillIn(locale, TROUBLE_TEXTS[locale][kind], { place });
}
