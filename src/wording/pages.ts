import { pagesArabic } from './pages-arabic.ts';
import { pagesEnglish } from './pages-english.ts';
import type { ArabicText, EnglishText, Inserts } from './text.ts';

export type PageKey = keyof typeof pagesEnglish;

/** What a text of the pages must be given, as the English one says. */
export type PageInserts<Key extends PageKey> = Inserts<(typeof pagesEnglish)[Key]>;

/** Every text of the pages, by language. */
export const PAGE_TEXTS: { en: Record<PageKey, EnglishText>; ar: Record<PageKey, ArabicText> } = {
  en: pagesEnglish,
  ar: pagesArabic,
};
