import type { Beginning, ScriptShot, ShotOrder } from '../../requests/index.ts';

/** Where a shot stands in its clip. */
export interface Place {
  /** From 0. */
  index: number;
  count: number;
}

/** What an engine is told of a shot, as the part of an order. */
export function shotText(
  shot: ScriptShot,
  place: Place,
  style: string | null,
): Pick<ShotOrder, 'prompt' | 'direction' | 'heard'> {
  const direction = directionOf(shot, place, style);
  return {
    prompt: sceneOf(shot),
    ...(direction === '' ? {} : { direction }),
    ...(shot.sound === '' ? {} : { heard: shot.sound }),
  };
}

/** What is seen: what happens, with who and where unless that is said in the same words. */
function sceneOf({ subject, setting, action }: ScriptShot): string {
  const told = action.toLocaleLowerCase();
  const besides = [subject, setting].filter((part) => part !== '' && !told.includes(part.toLocaleLowerCase()));
  return action === '' ? besides.join(', ') : [action, ...besides].join(' – ');
}

function directionOf({ camera, light, style, sound, begins }: ScriptShot, place: Place, asked: string | null): string {
  const parts = [
    place.count > 1 ? `Shot ${place.index + 1} of ${place.count}${place.index > 0 ? GOES_ON[begins] : ''}` : '',
    named('Camera', camera),
    named('Light', light),
    named('Look', style === asked ? '' : style),
    named('Sound', sound),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

/** Said to the engine, which all know English best. */
const GOES_ON: Record<Beginning, string> = {
  continues: ', going on from the picture without a cut',
  cut: '',
  crossfade: '',
};

function named(name: string, text: string): string {
  const tidy = text.trim().replace(/[.\s]+$/u, '');
  return tidy === '' ? '' : `${name}: ${tidy}`;
}
