import { DIRECTION, isLanguage, type Language } from './language.ts';

/** The same key as in before-paint.js. */
const KEY = 'open-call.language';

/** The language that before-paint.js chose: the remembered one, else the browser's, else English. */
export function languageOfPage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'en';
}

export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = DIRECTION[language];
  keepLanguageChosen(language);
}

/** For the next page. */
export function keepLanguageChosen(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still shows the page in the language asked for.
  }
}
