import type { Excuse } from '../moderation/screening/excuse.ts';
import type { Locale } from '../requests/index.ts';
import { excusesArabic } from './excuses-arabic.ts';
import { excusesEnglish } from './excuses-english.ts';

const TEXTS: Record<Locale, Record<Excuse, string>> = { en: excusesEnglish, ar: excusesArabic };

/** What a finding was read as; the code itself where a later version named one that is not known here. */
export function sayExcuse(locale: Locale, code: string): string {
  const texts: Record<string, string> = TEXTS[locale];
  return Object.hasOwn(texts, code) ? (texts[code] ?? code) : code;
}
