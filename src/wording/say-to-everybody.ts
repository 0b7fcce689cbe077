import type { Locale } from '../requests/index.ts';
import { everybodyArabic } from './everybody-arabic.ts';
import { everybodyEnglish } from './everybody-english.ts';
import { fillIn } from './fill-in.ts';
import type { Inserts } from './text.ts';

/** What is said to everybody, by language. */
export const EVERYBODY_TEXTS = { en: everybodyEnglish, ar: everybodyArabic } as const;
type EverybodyKey = keyof typeof everybodyEnglish;
type Given<Key extends EverybodyKey> = Inserts<(typeof everybodyEnglish)[Key]>;

/** A text to everybody in a language; what must be filled in is asked for by the compiler. */
export function sayToEverybody<Key extends EverybodyKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof Given<Key> extends never ? [] : [inserts: Given<Key>]
): string {
  return fillIn(locale, EVERYBODY_TEXTS[locale][key], inserts);
}
