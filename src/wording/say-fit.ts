import type { CannotFit, FitChange } from '../generation/fit-to-engine.ts';
import type { AspectRatio, Locale } from '../requests/index.ts';
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
      const names = new Intl.DisplayNames([locale], { type: 'language' });
      const nameOf = (code: string) => names.of(code) ?? code;
      const known = new Intl.ListFormat(locale).format(change.known.map(nameOf));
      return say(locale, 'fit-language', { asked: nameOf(change.asked), known });
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
