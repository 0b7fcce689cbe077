import type { Beginning, ScriptShot, ShotOrder } from '../../requests/index.ts';

/** Where a shot stands in its clip. */
export interface Place {
  /** From 0. */
  index: number;
  count: number;
}

/** What was asked for, which is not told twice. */
export interface AskedFor {
  prompt: string;
  style: string | null;
}

/** What an engine is told of a shot, as the part of an order. */
export function shotText(
  shot: ScriptShot,
  place: Place,
  asked: AskedFor,
): Pick<ShotOrder, 'prompt' | 'direction' | 'heard'> {
  const direction = directionOf(shot, place, asked.style);
  return {
    prompt: sceneOf(shot, asked.prompt),
    ...(direction === '' ? {} : { direction }),
    ...(shot.sound === '' ? {} : { heard: shot.sound }),
  };
}

/** What is seen: what happens, with who and where unless that is said in the same words. The prompt whole says all. */
function sceneOf({ subject, setting, action }: ScriptShot, prompt: string): string {
  if (action === prompt) return prompt;
  const told = action.toLocaleLowerCase();
  const parts = [...subject.split(', '), setting];
  const besides = parts.filter((part) => part !== '' && !told.includes(part.toLocaleLowerCase()));
  return [action, besides.join(', ')].filter((part) => part !== '').join(' – ');
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
