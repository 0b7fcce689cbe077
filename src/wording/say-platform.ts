import type { Locale } from '../requests/index.ts';

const NAMES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  discord: { en: 'Discord', ar: 'ديسكورد' },
  x: { en: 'X', ar: 'إكس' },
};

/** What a platform is called in a language. */
export function sayPlatform(locale: Locale, platform: string): string {
  return NAMES[platform]?.[locale] ?? platform;
}
