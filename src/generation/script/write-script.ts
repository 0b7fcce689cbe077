import type { Beginning, ClipOptions, ScriptShot } from '../../requests/index.ts';
import { KIND_BY_SPRITE } from '../prompt-words/kinds.ts';
import { longestAt } from '../prompt-words/lexicon.ts';
import { findCameraMoves, findFramings } from '../prompt-words/manner-words.ts';
import { PICTURE_WORDS } from '../prompt-words/picture-words.ts';
import { findSettings, findTimes, findWeathers } from '../prompt-words/scene-words.ts';
import { splitWords, type Word } from '../prompt-words/words.ts';
import { beatsOf } from './beats-of.ts';

/** What a script is written from. */
export interface ToWrite {
  prompt: string;
  options: Pick<ClipOptions, 'style'>;
}

/** How the camera is led where the prompt does not say: it flows from one shot into the next. */
const CAMERA = [
  'a wide view, hardly moving',
  'moving slowly closer',
  'moving along with what happens',
  'circling slowly',
  'close, hardly moving',
  'pulling slowly back',
  'rising slowly',
] as const;

/** More names of things than this would only repeat the prompt. */
const MOST_SUBJECTS = 3;

/**
 * The deterministic writer: shots of the given lengths for a prompt, in its own words. What happens is dealt out to the
 * shots in its order; what is seen, where and in which light is read by the storyboard's words and held from shot to
 * shot. A single shot is told the prompt as it stands. Pure; takes any text.
 */
export function writeScript({ prompt, options }: ToWrite, lengths: readonly number[]): ScriptShot[] {
  const words = splitWords(prompt);
  const style = options.style ?? '';
  const one = { subject: subjectIn(words), setting: settingIn(words), style, sound: '' };
  if (lengths.length <= 1) {
    return lengths.map((seconds) => ({ ...one, action: prompt, camera: '', light: '', seconds, begins: 'cut' }));
  }
  const beats = beatsOf(prompt);
  const led = findCameraMoves(words).length > 0 || findFramings(words).length > 0;
  return lengths.map((seconds, place) => ({
    ...one,
    action: actionAt(beats, place, lengths.length),
    camera: led ? '' : (CAMERA[place % CAMERA.length] ?? ''),
    light: lightIn(words),
    seconds,
    begins: (place === 0 ? 'cut' : 'continues') satisfies Beginning,
  }));
}

/** The beats that fall into a shot; with fewer beats than shots, some go on over several. */
function actionAt(beats: readonly string[], place: number, count: number): string {
  const from = Math.floor((place * beats.length) / count);
  const until = Math.max(from + 1, Math.floor(((place + 1) * beats.length) / count));
  return beats.slice(from, until).join(' ');
}

/** Things that can be drawn, as the prompt names them. */
function subjectIn(words: readonly Word[]): string {
  const named: string[] = [];
  for (let at = 0; at < words.length && named.length < MOST_SUBJECTS; at += 1) {
    const hit = longestAt(words, at, drawingOf);
    if (!hit) continue;
    named.push(asTyped(words, at, hit.length));
    at += hit.length - 1;
  }
  return [...new Set(named)].join(', ');
}

function drawingOf(phrase: string): string | undefined {
  const sprite = phrase.replaceAll(' ', '-');
  return PICTURE_WORDS.get(phrase) ?? (KIND_BY_SPRITE.has(sprite) ? sprite : undefined);
}

function settingIn(words: readonly Word[]): string {
  const [found] = findSettings(words);
  return found ? asTyped(words, found.at, found.length) : '';
}

function lightIn(words: readonly Word[]): string {
  const found = [...findTimes(words).slice(0, 1), ...findWeathers(words).slice(0, 1)];
  return [...new Set(found.map(({ at, length }) => asTyped(words, at, length)))].join(', ');
}

function asTyped(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
}
