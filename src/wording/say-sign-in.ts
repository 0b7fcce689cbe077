import type { Locale } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';
import { signInArabic } from './sign-in-arabic.ts';
import { signInEnglish } from './sign-in-english.ts';

/** What a browser shows to whoever logged the bot in somewhere, by language. */
export const SIGN_IN_TEXTS = { en: signInEnglish, ar: signInArabic } as const;
export type SignInKey = keyof typeof signInEnglish;

export function sayAtSignIn(locale: Locale, key: SignInKey): string {
  return fillIn(locale, SIGN_IN_TEXTS[locale][key]);
}
