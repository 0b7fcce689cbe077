import { closest, distance } from 'fastest-levenshtein';
import type { OptionName } from './problem.ts';

/** Every spelling by which an option is known. The first is the one we write ourselves. */
const SPELLINGS: Record<OptionName, readonly string[]> = {
  ar: ['ar', 'aspect', 'aspect-ratio', 'aspectratio', 'ratio', 'shape', 'format', 'نسبة', 'أبعاد', 'ابعاد', 'شكل'],
  seconds: [
    'seconds',
    'second',
    'secs',
    'sec',
    's',
    'duration',
    'dur',
    'd',
    'length',
    'len',
    'time',
    'ثوان',
    'ثواني',
    'ثانية',
    'مدة',
    'المدة',
    'طول',
  ],
  resolution: ['resolution', 'res', 'r', 'quality', 'height', 'دقة', 'الدقة', 'جودة'],
  style: ['style', 'look', 'نمط', 'أسلوب', 'اسلوب', 'طراز'],
  seed: ['seed', 'بذرة'],
  sound: ['sound', 'sounds', 'audio', 'صوت', 'الصوت'],
};

type Flag = readonly [OptionName, string];
const flags = (option: OptionName, value: string, words: readonly string[]): [string, Flag][] =>
  words.map((word) => [word, [option, value]]);

/** Whole options in one word, as the option and the value they stand for. */
const FLAGS: ReadonlyMap<string, Flag> = new Map([
  ...flags('ar', '9:16', ['portrait', 'vertical', 'tall', 'عمودي', 'طولي']),
  ...flags('ar', '16:9', ['landscape', 'horizontal', 'wide', 'widescreen', 'أفقي', 'افقي', 'عرضي']),
  ...flags('ar', '1:1', ['square', 'مربع']),
  ...flags('sound', 'none', ['silent', 'mute', 'muted', 'no-sound', 'no-audio', 'صامت']),
  ...flags('resolution', '480', ['sd']),
  ...flags('resolution', '720', ['hd']),
  ...flags('resolution', '1080', ['fhd']),
]);

const BY_SPELLING: ReadonlyMap<string, OptionName> = new Map(
  Object.entries(SPELLINGS).flatMap(([option, spellings]) => spellings.map((each) => [each, option as OptionName])),
);
const ALL_SPELLINGS = [...BY_SPELLING.keys()];

/** The option of a name as somebody wrote it, in any case, with `_` for `-`. */
export function optionNamed(name: string): OptionName | null {
  return BY_SPELLING.get(plain(name)) ?? null;
}

export function flagNamed(name: string): Flag | null {
  return FLAGS.get(plain(name)) ?? null;
}

/** The option that an unknown name is nearest to, when it is near enough to be a slip of the hand. */
export function optionLike(name: string): OptionName | null {
  const given = plain(name);
  if (given.length < 2 || given.length > 20) return null;
  const nearest = closest(given, ALL_SPELLINGS);
  const slips = distance(given, nearest);
  const allowed = given.length <= 3 ? 1 : given.length <= 6 ? 2 : 3;
  return slips <= allowed && slips < nearest.length / 2 ? optionNamed(nearest) : null;
}

/** The member of a list that an unknown word is nearest to, when it is near enough. */
export function wordLike(given: string, words: readonly string[]): string | null {
  if (given.length < 3 || given.length > 20 || words.length === 0) return null;
  const nearest = closest(given, words);
  return distance(given, nearest) <= Math.max(1, Math.floor(nearest.length / 3)) ? nearest : null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/[\u064b-\u0652\u0640]/g, '');
}
