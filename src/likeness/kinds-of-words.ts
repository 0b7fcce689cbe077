import { KIND_BY_SPRITE } from '../generation/prompt-words/kinds.ts';
import { findColours } from '../generation/prompt-words/manner-words.ts';
import { PICTURE_WORDS } from '../generation/prompt-words/picture-words.ts';
import { findSeasons, findTimes } from '../generation/prompt-words/scene-words.ts';
import { toWord } from '../generation/prompt-words/words.ts';
import { ADJECTIVES, PLACES } from './word-lists.ts';

/** What words name of which one picture has one: in the place of a cat there is a dog, and it is another picture. */
export type KindOfWord = 'thing' | 'colour' | 'time' | 'season' | 'place';

let things: ReadonlySet<string> | null = null;

/** Whether an English word names a thing that can be drawn and counted. */
export function isThing(english: string): boolean {
  things ??= new Set([
    ...[...KIND_BY_SPRITE.keys()].filter((name) => !name.includes('-')),
    ...[...PICTURE_WORDS.keys()].filter((name) => !name.includes(' ')),
  ]);
  return things.has(english);
}

/** The kind of an English word in the singular; null for those of which many go together. */
export function kindOf(english: string): KindOfWord | null {
  if (PLACES.has(english)) return 'place';
  const words = [toWord(english)];
  if (findColours(words).length > 0) return 'colour';
  if (findSeasons(words).length > 0) return 'season';
  if (findTimes(words).length > 0) return 'time';
  return isThing(english) ? 'thing' : null;
}

/** Whether an English word says what a thing is like; of those that Arabic words are translated to. */
export function isAdjective(english: string): boolean {
  return ADJECTIVES.has(english) || findColours([toWord(english)]).length > 0;
}
