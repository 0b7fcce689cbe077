import { isLanguage } from '../language/language.ts';
import { keepLanguageChosen } from '../language/remember-language.ts';
import frame from '../shell/site-frame.module.css';
import switches from '../shell/switches.module.css';

/** Whoever turns to the other language here finds it in the room too. */
export function keepLanguage(): void {
  for (const link of document.querySelectorAll<HTMLElement>(`.${frame.frame} .${switches.language}`)) {
    link.addEventListener('click', () => {
      const { language } = link.dataset;
      if (isLanguage(language)) keepLanguageChosen(language);
    });
  }
}
