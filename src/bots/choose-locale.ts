import type { Locale } from '../requests/index.ts';

/** Answers in the language in which was asked: what is mostly Arabic script in Arabic, else what the platform tells. */
export function chooseLocale({ text, language }: { text: string; language: string | null }): Locale {
  const words = text.replace(/@\S+|--?\S+/g, '');
  const arabic = words.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters > 0) return arabic * 2 > letters ? 'ar' : language?.startsWith('ar') && arabic > 0 ? 'ar' : 'en';
  return language?.startsWith('ar') ? 'ar' : 'en';
}
