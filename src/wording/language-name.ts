import type { Locale } from '../requests/index.ts';

/** A language (ISO 639-1) as it is called in another. */
export function languageName(locale: Locale, code: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
