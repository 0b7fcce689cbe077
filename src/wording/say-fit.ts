import type { CannotFit, FitChange } from '../generation/fit-to-engine.ts';
import type { AspectRatio, Locale } from '../requests/index.ts';
import { languageName } from './language-name.ts';
import { say } from './say.ts';

/** What was adapted to the engine, for curators and requesters. */
export function sayFitChange(locale: Locale, change: FitChange): string {
  switch (change.option) {
    case 'aspect':
      return say(locale, 'fit-aspect', { asked: shape(change.asked), given: shape(change.given) });
    case 'seconds':
      return say(locale, 'fit-seconds', { asked: change.asked, given: change.given });
    case 'resolution':
      return say(locale, 'fit-resolution', { asked: `${change.asked}p`, given: `${change.given}p` });
    case 'sound': {
      const { asked, given } = change;
      return say(locale, 'fit-sound', {
        asked: { said: say(locale, `sound-${asked}`) },
        given: { said: say(locale, `sound-${given}`) },
      });
    }
    case 'shots':
      return say(locale, 'fit-shots', { count: change.count, longest: change.longest });
    case 'loop':
      return say(locale, change.given ? 'fit-loop' : 'fit-no-loop');
    case 'language': {
      const known = new Intl.ListFormat(locale).format(change.known.map((code) => languageName(locale, code)));
      return say(locale, 'fit-language', { asked: languageName(locale, change.asked), known });
    }
    case 'translation': {
      const [asked, given] = [languageName(locale, change.asked), languageName(locale, change.given)];
      return say(locale, 'fit-translation', { asked, given });
    }
    case 'engine':
      return say(locale, 'fit-engine', { asked: change.asked, given: change.given });
    default:
      return change satisfies never;
  }
}

/** Why the engine cannot make it at all. */
export function sayCannotFit(locale: Locale, { reason }: CannotFit): string {
  return say(locale, `fit-${reason}`);
}

function shape({ width, height }: AspectRatio): string {
  return `${width}:${height}`;
}
