import type { Locale } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';
import { operatingArabic } from './operating-arabic.ts';
import { operatingEnglish } from './operating-english.ts';
import type { Inserts } from './text.ts';

/** What operators are told on Discord, by language. */
export const OPERATING_TEXTS = { en: operatingEnglish, ar: operatingArabic } as const;
export type OperatingKey = keyof typeof operatingEnglish;
type Given<Key extends OperatingKey> = Inserts<(typeof operatingEnglish)[Key]>;

/** A text for operators in a language; what must be filled in is asked for by the compiler. */
export function sayToOperators<Key extends OperatingKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof Given<Key> extends never ? [] : [inserts: Given<Key>]
): string {
  return fillIn(locale, OPERATING_TEXTS[locale][key], inserts);
}
