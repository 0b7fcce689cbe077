/** The languages of the pages. */
export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** For `Intl`: Arabic with the digits that most of its readers use on the web, and the Gregorian calendar. */
export const INTL_TAG: Record<Language, string> = { en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' };

export const DIRECTION: Record<Language, 'ltr' | 'rtl'> = { en: 'ltr', ar: 'rtl' };

export function isLanguage(tag: string | null | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}
