import { ARABIC_WORDS } from '../../../prompt-words/arabic-words.ts';
import {
  findCameraMoves,
  findFramings,
  findShakes,
  findSpeeds,
  findStyles,
} from '../../../prompt-words/manner-words.ts';
import { findEffects, findMoods, findSeasons, findTimes, findWeathers } from '../../../prompt-words/scene-words.ts';
import type { CameraReading, StageReading, TimeOfDay, Weather } from '../../../prompt-words/stage-reading.ts';
import { createArabicTranslator, isArabic } from '../../../prompt-words/translate-arabic.ts';
import { splitWords, type Word } from '../../../prompt-words/words.ts';
import { findSubjects, looseColours } from './find-subjects.ts';
import { besidesBackdrop, readSetting } from './read-setting.ts';
import { spriteForPhrase } from './sprite-index.ts';

/** Longer captions would not fit below any stage. In UTF-16 units, cut at a grapheme. */
const LONGEST_CAPTION = 600;

const translateArabic = createArabicTranslator([ARABIC_WORDS], (name) => Boolean(spriteForPhrase(name)));

/**
 * Reads what a prompt wants to be shown. Pure and quick; takes any text in any language. English is read by word lists
 * and emojilib's names, Arabic by way of a dictionary; emoji count in every language. Words nobody knows leave a bare
 * stage rather than a wrong one. A `style` that was asked for apart comes before what the prompt says.
 */
export function readPrompt(prompt: string, style: string | null = null): StageReading {
  const typed = splitWords(prompt);
  const arabic = isArabic(prompt);
  const words = arabic ? translateArabic(typed) : typed;
  const found = findSubjects(withoutManner(words), arabic ? 'after' : 'before');
  const setting = readSetting(words, found);
  const subjects = besidesBackdrop(found, setting);
  const weather = readWeather(words);
  return {
    caption: tidyCaption(prompt),
    setting,
    time: readTime(words, weather),
    weather: setting === 'room' || setting === 'space' || setting === 'underwater' ? 'clear' : weather,
    season: findSeasons(words)[0]?.meaning ?? null,
    camera: readCamera(words),
    style: (style === null ? null : readStyle(style)) ?? findStyles(words)[0]?.meaning ?? null,
    mood: findMoods(words)[0]?.meaning ?? 'calm',
    subjects,
    colours: looseColours(words, subjects),
    effects: [...new Set(findEffects(words).map((found) => found.meaning))].slice(0, 3),
  };
}

/** "Van Gogh" is no van, and the camera's zoom shows no camera: phrases of manner name no subject. */
function withoutManner(words: readonly Word[]): Word[] {
  const rest = [...words];
  const phrases = [...findStyles(words), ...findCameraMoves(words), ...findFramings(words)];
  for (const { at, length } of phrases) {
    for (let index = at; length > 1 && index < at + length; index++) {
      const word = rest[index];
      if (word) rest[index] = { ...word, text: '', stem: '', emoji: false };
    }
  }
  return rest;
}

function readStyle(style: string): StageReading['style'] {
  const words = splitWords(style);
  return findStyles(isArabic(style) ? translateArabic(words) : words)[0]?.meaning ?? null;
}

function readTime(words: readonly Word[], weather: Weather): TimeOfDay {
  const found = findTimes(words).map(({ meaning }) => meaning);
  // "a starry sky at sunset" is a sunset; the moon and stars alone make a night.
  return found.find((time) => time !== 'night') ?? found[0] ?? (weather === 'storm' ? 'sunset' : 'day');
}

function readWeather(words: readonly Word[]): Weather {
  const found = findWeathers(words).map(({ meaning }) => meaning);
  const rough = found.find((weather) => weather !== 'sunny' && weather !== 'wind');
  return rough ?? found[0] ?? 'clear';
}

function readCamera(words: readonly Word[]): CameraReading {
  const speeds = findSpeeds(words).map(({ meaning }) => meaning);
  return {
    move: findCameraMoves(words)[0]?.meaning ?? 'drift',
    framing: findFramings(words)[0]?.meaning ?? 'middle',
    shake: findShakes(words).length > 0,
    speed: speeds.includes('slow') ? 0.6 : speeds.includes('fast') ? 1.7 : 1,
  };
}

function tidyCaption(prompt: string): string {
  const tidy = prompt
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, (run) => (/[\u200c\u200d]/.test(run) && run.length === 1 ? run : ' '));
  const caption = tidy.trim();
  if (caption.length <= LONGEST_CAPTION) return caption;
  const segments = new Intl.Segmenter().segment(caption.slice(0, LONGEST_CAPTION + 50));
  let kept = '';
  for (const { segment } of segments) {
    if (kept.length + segment.length > LONGEST_CAPTION) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
