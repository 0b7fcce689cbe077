import type { AspectRatio, ClipOptions, Resolution, Sound } from '../../requests/clip-options.ts';
import { countGraphemes } from './count-graphemes.ts';
import { wordLike } from './option-names.ts';
import type { OptionName, Possible } from './problem.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** What a value came to. `nearest` is what it could have been, as it would be written. */
export type ValueReading =
  | { outcome: 'read'; options: ClipOptions }
  | { outcome: 'unreadable' | 'out-of-range'; nearest: string | null };

export interface OptionGrammar {
  /** How far an unquoted value reaches. Sticky; works on folded text. */
  readonly extent: RegExp;
  possible(limits: ReadingLimits): Possible;
  read(value: string, limits: ReadingLimits): ValueReading;
}

/** A value must not go on into a longer word or number. */
const END = String.raw`(?![\p{L}\p{M}\p{N}%]|[.,:/]\p{N})`;
const extent = (pattern: string) => new RegExp(`(?:${pattern})${END}`, 'iuy');
const unreadable = (nearest: string | null = null): ValueReading => ({ outcome: 'unreadable', nearest });
const outOfRange = (nearest: string | null = null): ValueReading => ({ outcome: 'out-of-range', nearest });

const meaning = <Value>(value: Value, words: readonly string[]): [string, Value][] =>
  words.map((word) => [word, value]);

const SHAPES: ReadonlyMap<string, AspectRatio> = new Map([
  ...meaning({ width: 9, height: 16 }, ['portrait', 'vertical', 'tall', 'story', 'عمودي', 'عمودية', 'طولي']),
  ...meaning({ width: 16, height: 9 }, [
    'landscape',
    'horizontal',
    'wide',
    'widescreen',
    'أفقي',
    'افقي',
    'أفقية',
    'عرضي',
  ]),
  ...meaning({ width: 1, height: 1 }, ['square', 'مربع', 'مربعة']),
]);
const RATIO = /^(\d{1,5}(?:\.\d{1,3})?)(?:\s*[:x/]\s*(\d{1,5}(?:\.\d{1,3})?))?$/i;

const ar: OptionGrammar = {
  extent: extent(String.raw`\d+(?:\.\d+)?\s?[:x/]\s?\d+(?:\.\d+)?|\d+(?:\.\d+)?|[\p{L}]+`),
  possible: ({ mostStretched }) => ({ kind: 'shape', mostStretched }),
  read(value, { mostStretched }) {
    const word = value.toLowerCase();
    const named = SHAPES.get(word);
    if (named) return { outcome: 'read', options: { aspect: named } };
    const [, left, right = '1'] = RATIO.exec(value) ?? [];
    if (left === undefined) return unreadable(wordLike(word, [...SHAPES.keys()]));
    const aspect = reduced(Number(left), Number(right));
    if (!aspect) return outOfRange();
    const { width, height } = aspect;
    if (width > height * mostStretched) return outOfRange(`${mostStretched}:1`);
    if (height > width * mostStretched) return outOfRange(`1:${mostStretched}`);
    return { outcome: 'read', options: { aspect } };
  },
};

/** Whole numbers without a common divisor; null where one of them is nothing. */
function reduced(width: number, height: number): AspectRatio | null {
  const [wide, high] = [Math.round(width * 1000), Math.round(height * 1000)];
  if (wide === 0 || high === 0) return null;
  let [divisor, rest] = [wide, high];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return { width: wide / divisor, height: high / divisor };
}

const SECOND = `s|secs?|seconds?|ث|ثوان|ثواني|ثوانٍ|ثانية`;
const MINUTE = `m|mins?|minutes?|د|دقيقة|دقائق`;
const LENGTH = new RegExp(String.raw`^(-?\d{1,9}(?:[.,]\d{1,6})?)\s*(?:(${MINUTE})|${SECOND})?$`, 'iu');

const seconds: OptionGrammar = {
  extent: extent(String.raw`-?\d+(?:[.,]\d+)?(?:\s?(?:${SECOND}|${MINUTE})(?![\p{L}\p{N}-]))?`),
  possible: (limits) => ({ kind: 'seconds', ...limits.seconds }),
  read(value, { seconds: { min, max } }) {
    const [, number, minutes] = LENGTH.exec(value) ?? [];
    if (number === undefined) return unreadable();
    const length = Number(number.replace(',', '.')) * (minutes ? 60 : 1);
    if (length < min) return outOfRange(String(min));
    if (length > max) return outOfRange(String(max));
    return { outcome: 'read', options: { seconds: Math.round(length * 1000) / 1000 } };
  },
};

const HEIGHTS: ReadonlyMap<string, number> = new Map([
  ['sd', 480],
  ['hd', 720],
  ['full hd', 1080],
  ['fullhd', 1080],
  ['full-hd', 1080],
  ['fhd', 1080],
  ['qhd', 1440],
  ['2k', 1440],
  ['uhd', 2160],
  ['4k', 2160],
  ['8k', 4320],
]);
const FRAME = /^(?:(\d{2,5})\s?x\s?(\d{2,5})|(\d{1,6})\s?[pi]?)$/i;

const resolution: OptionGrammar = {
  extent: extent(String.raw`\d+\s?x\s?\d+|\d+\s?[pk]|\d+|full[ -]?hd|[\p{L}]+`),
  possible: ({ resolutions }) => ({ kind: 'words', words: resolutions.map((each) => `${each}p`) }),
  read(value, { resolutions }) {
    const word = value.toLowerCase();
    const [, wide, high, single] = FRAME.exec(word) ?? [];
    const height =
      HEIGHTS.get(word) ?? (single ? Number(single) : wide && high ? Math.min(Number(wide), Number(high)) : null);
    if (height === null) return unreadable(wordLike(word, [...HEIGHTS.keys()]));
    const exact = resolutions.find((each) => each === height);
    if (exact) return { outcome: 'read', options: { resolution: exact } };
    const nearest = resolutions.reduce<Resolution | null>(
      (best, each) => (best !== null && Math.abs(best - height) <= Math.abs(each - height) ? best : each),
      null,
    );
    return outOfRange(nearest === null ? null : `${nearest}p`);
  },
};

const style: OptionGrammar = {
  // One word; `find-options.ts` lets it reach further where that cannot be the prompt.
  extent: /[^\s"]+/uy,
  possible: ({ styleGraphemes }) => ({ kind: 'text', graphemes: styleGraphemes }),
  read(value, { styleGraphemes }) {
    const words = value
      .replaceAll('"', ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s\p{Pd}.,;،؛]+|[\s.,;،؛]+$/gu, '');
    if (!/[\p{L}\p{N}\p{So}]/u.test(words)) return unreadable();
    if (countGraphemes(words) > styleGraphemes) return outOfRange();
    return { outcome: 'read', options: { style: words } };
  },
};

export const LARGEST_SEED = 2 ** 31 - 1;

const seed: OptionGrammar = {
  extent: extent(String.raw`-?\d+`),
  possible: () => ({ kind: 'whole-number', min: 0, max: LARGEST_SEED }),
  read(value) {
    if (!/^-?\d+$/.test(value)) return unreadable();
    const number = Number(value);
    if (number < 0) return outOfRange('0');
    return number > LARGEST_SEED ? outOfRange() : { outcome: 'read', options: { seed: Math.abs(number) } };
  },
};

const SOUND_WORDS: ReadonlyMap<string, Sound> = new Map([
  ...meaning<Sound>('none', ['none', 'off', 'no', 'mute', 'muted', 'silent', 'silence', '0', 'بدون', 'صامت', 'لا']),
  ...meaning<Sound>('ambience', ['ambience', 'ambiance', 'ambient', 'on', 'yes', 'nature', 'محيط', 'أجواء', 'اجواء']),
  ...meaning<Sound>('narration', ['narration', 'narrator', 'narrated', 'voice', 'voiceover', 'voice-over', 'speech']),
  ...meaning<Sound>('narration', ['سرد', 'تعليق', 'راو', 'راوٍ', 'راوي']),
]);

const sound: OptionGrammar = {
  extent: extent(String.raw`[\p{L}\p{M}]+(?:-[\p{L}]+)?|0`),
  possible: ({ sounds }) => ({ kind: 'words', words: sounds }),
  read(value, { sounds }) {
    const word = value.toLowerCase();
    const meant = SOUND_WORDS.get(word);
    if (!meant) return unreadable(SOUND_WORDS.get(wordLike(word, [...SOUND_WORDS.keys()]) ?? '') ?? null);
    return sounds.includes(meant) ? { outcome: 'read', options: { sound: meant } } : outOfRange(sounds[0] ?? null);
  },
};

export const GRAMMARS: Record<OptionName, OptionGrammar> = { ar, seconds, resolution, style, seed, sound };
