import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/** Fonts in the order in which a character looks for its own; Han comes in the shapes of three countries. */
const FONTS = [
  'inter',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-bengali',
  'noto-sans-thai',
];
const HAN = { japanese: 'noto-sans-jp', korean: 'noto-sans-kr', chinese: 'noto-sans-sc' };

interface Subset {
  family: string;
  path: string;
  ranges: readonly (readonly [number, number])[];
}

const subsets = new Map<string, Subset[]>();
const registered = new Set<string>();

/** What a text can be set with. */
export interface Typeface {
  /** The text without the characters that none of our fonts has, so that no empty boxes are shown. */
  text: string;
  /** A list of families for `context.font`. */
  families: string;
}

/**
 * Registers the parts of the fonts that a text needs, from the WOFF2 files of Fontsource, which come in pieces by
 * range of characters. Emoji are left out: the puppets show them.
 */
export function typefaceFor(text: string): Typeface {
  const fonts = [...FONTS, ...hanFonts(text)];
  const needed: Subset[] = [];
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const found = /\p{Emoji_Presentation}|\p{RI}|\ufe0f/u.test(segment) ? null : subsetsFor(segment, fonts);
    if (!found) continue;
    kept += segment;
    needed.push(...found.filter((subset) => !needed.includes(subset)));
  }
  for (const { family, path } of needed) {
    if (!registered.has(family) && GlobalFonts.registerFromPath(path, family)) registered.add(family);
  }
  const order = needed.toSorted((one, other) => fonts.indexOf(fontOf(one)) - fonts.indexOf(fontOf(other)));
  return {
    text: kept.replace(/\s+/g, ' ').trim(),
    families: order.map(({ family }) => `"${family}"`).join(', ') || 'sans-serif',
  };
}

function hanFonts(text: string): string[] {
  const { japanese, korean, chinese } = HAN;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [japanese, korean, chinese];
  return /\p{Script=Hangul}/u.test(text) ? [korean, chinese, japanese] : [chinese, japanese, korean];
}

/** The pieces that hold every character of a grapheme, from one font where possible; null where some have none. */
function subsetsFor(grapheme: string, fonts: readonly string[]): Subset[] | null {
  const found: Subset[] = [];
  for (const character of grapheme) {
    const code = character.codePointAt(0) ?? 0;
    const subset = fonts
      .flatMap(subsetsOf)
      .find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
    if (!subset) return null;
    found.push(subset);
  }
  return found;
}

function fontOf({ family }: Subset): string {
  return family.split(' ')[1] ?? '';
}

function subsetsOf(font: string): Subset[] {
  const known = subsets.get(font);
  if (known) return known;
  const folder = dirname(require.resolve(`@fontsource-variable/${font}/package.json`));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const read = Object.entries(ranges).map(([name, range]) => {
    const piece = name.replace(/[[\]]/g, '');
    return {
      family: `Caption ${font} ${piece}`,
      path: join(folder, 'files', `${font}-${piece}-wght-normal.woff2`),
      ranges: range.split(',').map(readRange),
    };
  });
  subsets.set(font, read);
  return read;
}

function readRange(range: string): readonly [number, number] {
  const [from = '', to = from] = range.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
