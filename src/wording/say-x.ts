import type { Locale } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';
import type { Inserts } from './text.ts';
import { xArabic } from './x-arabic.ts';
import { xEnglish } from './x-english.ts';

/** What is said on X only, by language. */
export const X_TEXTS = { en: xEnglish, ar: xArabic } as const;
export type XKey = keyof typeof xEnglish;
type Given<Key extends XKey> = Inserts<(typeof xEnglish)[Key]>;

/** The ways in which a clip is brought that a model made, and one that the storyboard engine drew, which is none. */
export const X_CLIP_TEXTS = ['clip-1', 'clip-2', 'clip-3', 'clip-4', 'clip-5', 'clip-6'] as const;
export const X_DRAWN_TEXTS = ['drawn-1', 'drawn-2', 'drawn-3'] as const;

/** A text of X's in a language; what must be filled in is asked for by the compiler. */
export function sayOnX<Key extends XKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof Given<Key> extends never ? [] : [inserts: Given<Key>]
): string {
  return fillIn(locale, X_TEXTS[locale][key], inserts);
}
