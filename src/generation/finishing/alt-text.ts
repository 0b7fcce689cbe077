import type { Locale, Sound } from '../../requests/index.ts';
import { shorten, tidyPrompt } from './tidy-prompt.ts';

export interface AltTextSubject {
  prompt: string;
  locale: Locale;
  /** The id of the engine; `storyboard` draws, all others are models. */
  engine: string;
  /** In pixels. */
  width: number;
  height: number;
  seconds: number;
  sound: Sound;
}

type Shape = 'portrait' | 'landscape' | 'square';

interface Words {
  kind: { storyboard: string; model: string };
  shape: Record<Shape, string>;
  sound: Record<Sound, string>;
  seconds: (seconds: number) => string;
  comma: string;
  colon: string;
}

/** Screen readers read all of it in one go, so it stays near what is said in ten seconds; X and Discord take 1,000. */
export const ALT_TEXT_LENGTH = 400;

const arabicPlural = new Intl.PluralRules('ar');

const WORDS: Record<Locale, Words> = {
  en: {
    kind: { storyboard: 'Storyboard clip', model: 'AI-made clip' },
    shape: { portrait: 'portrait', landscape: 'landscape', square: 'square' },
    sound: { none: 'No sound.', ambience: 'With background sound.', narration: 'With narration.' },
    seconds: (seconds) => `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
    comma: ', ',
    colon: ': ',
  },
  ar: {
    kind: { storyboard: 'مقطع من لوحات قصصية', model: 'مقطع من صنع الذكاء الاصطناعي' },
    shape: { portrait: 'عمودي', landscape: 'أفقي', square: 'مربع' },
    sound: { none: 'بلا صوت.', ambience: 'مع أصوات في الخلفية.', narration: 'مع تعليق صوتي.' },
    seconds: arabicSeconds,
    comma: '، ',
    colon: ': ',
  },
};

/** A sentence for those who do not see the clip: what it is, how long, which way up, and what is in it. */
export function altText(subject: AltTextSubject): string {
  const words = WORDS[subject.locale];
  const kind = subject.engine === 'storyboard' ? words.kind.storyboard : words.kind.model;
  const seconds = words.seconds(Math.round(subject.seconds * 10) / 10);
  const about = [kind, seconds, words.shape[shapeOf(subject)]].join(words.comma);
  const sound = words.sound[subject.sound];
  const room = ALT_TEXT_LENGTH - about.length - sound.length - words.colon.length - 2;
  const seen = asSentence(shorten(tidyPrompt(subject.prompt), room));
  return seen === '' ? `${about}. ${sound}` : `${about}${words.colon}${seen} ${sound}`;
}

function shapeOf({ width, height }: AltTextSubject): Shape {
  if (Math.abs(width / height - 1) < 0.02) return 'square';
  return width > height ? 'landscape' : 'portrait';
}

/** Ends with a stop, so that a screen reader pauses before what follows. */
function asSentence(text: string): string {
  return text === '' || /[\p{Sentence_Terminal}…]["'”»)]?$/u.test(text) ? text : `${text}.`;
}

/** Arabic counts one and two by the word's own form, and from eleven on in the singular. */
function arabicSeconds(seconds: number): string {
  const form = arabicPlural.select(seconds);
  if (form === 'one') return 'ثانية واحدة';
  if (form === 'two') return 'ثانيتان';
  return form === 'few' ? `${seconds} ثوانٍ` : `${seconds} ثانية`;
}
