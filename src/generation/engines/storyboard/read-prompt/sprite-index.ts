import { createRequire } from 'node:module';
import { KIND_BY_SPRITE } from '../../../prompt-words/kinds.ts';
import { PICTURE_WORDS } from '../../../prompt-words/picture-words.ts';
import type { Kind } from '../../../prompt-words/stage-reading.ts';
import { NOT_THINGS } from './not-things.ts';

const require = createRequire(import.meta.url);

/** The groups of the icon set whose drawings can stand on a stage. */
const THINGS = ['Activities', 'Animals & Nature', 'Food & Drink', 'Objects', 'People & Body', 'Travel & Places'];

/** A keyword shared by more drawings than this says too little about any of them. */
const MOST_SHARED = 3;

interface Index {
  /** By emojilib's name of the emoji, e.g. `polar bear`. */
  byName: Map<string, string>;
  /** By emojilib's keywords, for rare words such as `orca`. */
  byKeyword: Map<string, string>;
  byEmoji: Map<string, string>;
}

let index: Index | null = null;

/** The drawing for a phrase, however little the word says by itself; undefined where there is none. */
export function spriteForPhrase(phrase: string): string | undefined {
  const known = PICTURE_WORDS.get(phrase);
  if (known) return known;
  if (phrase.length < 3 || NOT_THINGS.has(phrase)) return undefined;
  return loadIndex().byName.get(phrase);
}

/** The drawing for a word that stands where a noun stands, by its keywords. */
export function spriteForNoun(noun: string): string | undefined {
  if (noun.length < 3 || NOT_THINGS.has(noun)) return undefined;
  return loadIndex().byKeyword.get(noun);
}

/** The drawing of an emoji that was typed. */
export function spriteForEmoji(emoji: string): string | undefined {
  const { byEmoji } = loadIndex();
  const plain = emoji.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '');
  return byEmoji.get(codePoints(plain)) ?? byEmoji.get(codePoints(plain.replaceAll('\ufe0f', '')));
}

export function kindOf(sprite: string): Kind {
  return KIND_BY_SPRITE.get(sprite) ?? (/^(?:man|woman|person)-/.test(sprite) ? 'person' : 'thing');
}

function loadIndex(): Index {
  index ??= buildIndex();
  return index;
}

function buildIndex(): Index {
  const emojis = require('emojilib') as Record<string, string[]>;
  const icons = require('@iconify-json/fluent-emoji-flat/chars.json') as Record<string, string>;
  const { categories } = require('@iconify-json/fluent-emoji-flat/metadata.json') as {
    categories: Record<string, string[]>;
  };
  const things = new Set(THINGS.flatMap((group) => categories[group] ?? []));
  const bodies = new Set(categories['People & Body']);
  const byEmoji = new Map(Object.entries(icons));
  const byName = new Map<string, string>();
  const sharing = new Map<string, string[]>();
  for (const [emoji, [name = '', ...keywords]] of Object.entries(emojis)) {
    const icon = icons[codePoints(emoji)] ?? icons[codePoints(emoji.replaceAll('\ufe0f', ''))];
    // Of the drawings of people, hands and other parts of the body do not stand on a stage by themselves.
    if (!icon || !things.has(icon) || (bodies.has(icon) && kindOf(icon) === 'thing')) continue;
    // "A black cat" is read as a cat that is black.
    if (!/^black[_ ]/.test(name)) byName.set(name.replaceAll('_', ' '), icon);
    if (kindOf(icon) === 'person') continue;
    for (const keyword of keywords) sharing.set(keyword, [...(sharing.get(keyword) ?? []), icon]);
  }
  const byKeyword = new Map<string, string>();
  for (const [keyword, [first, ...others]] of sharing)
    if (first && others.length < MOST_SHARED) byKeyword.set(keyword.replaceAll('_', ' '), first);
  return { byName, byKeyword, byEmoji };
}

function codePoints(emoji: string): string {
  return Array.from(emoji, (character) => character.codePointAt(0)?.toString(16)).join('-');
}
