import type { Cue } from '../../media/media-tools.ts';

/** What is written in one script alone is mostly in one language; of Latin letters, what our own voice speaks. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ara'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'jpn'],
  [/\p{Script=Hangul}/u, 'kor'],
  [/\p{Script=Han}/u, 'zho'],
  [/\p{Script=Hebrew}/u, 'heb'],
  [/\p{Script=Latin}/u, 'eng'],
];

/** The language of what is spoken, as players name their tracks (ISO 639-2); `und` where it cannot be told. */
export function languageOf(cues: readonly Pick<Cue, 'text'>[]): string {
  const text = cues.map((cue) => cue.text).join(' ');
  return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'und';
}
