import type { SearchWords } from './gallery-store.ts';

/** Written without spaces: a word may begin anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const MOST_PIECES = 12;

/** A text as it is looked through: folded, its words parted by one space each, with one before and behind. */
export function searchableText(texts: readonly string[]): string {
  return ` ${texts.flatMap(wordsOf).join(' ')} `;
}

/** The pairs that a searchable text has, as 32-bit numbers. */
export function gramsOf(searchable: string): number[] {
  const grams = new Set<number>();
  for (const word of searchable.trim().split(' ')) {
    for (const gram of pairsIn(` ${word}`)) grams.add(gram);
    if (UNSPACED.test(word)) for (const character of word) grams.add(hashOf(character));
  }
  return [...grams];
}

/** What is looked for; null where there is no letter and no digit in it. */
export function readSearch(asked: string): SearchWords | null {
  const words = [...new Set(wordsOf(asked))].slice(0, MOST_PIECES);
  if (words.length === 0) return null;
  const pieces = words.map((word) => (UNSPACED.test(word) ? word : ` ${word}`));
  return { pieces, grams: [...new Set(pieces.flatMap(gramsOfPiece))] };
}

function gramsOfPiece(piece: string): number[] {
  const pairs = pairsIn(piece);
  return pairs.length > 0 ? pairs : [hashOf(piece)];
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/u)
    .filter((word) => word !== '')
    .map(withoutArticle);
}

/** Without case, accents, vowel marks and the several shapes of one letter or digit. */
function fold(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Script=Latin}\p{Script=Greek}](?:[\p{Script=Latin}\p{Script=Greek}]|[\u0300-\u036f])*/gu, (run) =>
      run.normalize('NFD').replace(/\p{M}/gu, ''),
    )
    .replace(MARKS, '')
    .replace(/[أإآٱىیئؤةک]/g, (letter) => ARABIC_LETTERS[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}

/** Vowels and other marks of Hebrew and Arabic, and the stroke that only stretches a word. */
const MARKS = /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]/g;

const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
};

/** The cat and a cat are looked for by the same word: the Arabic article and what is written together with it. */
function withoutArticle(word: string): string {
  return word.replace(/^[وف]?(?:ال|بال|كال|لل)(?=\p{Script=Arabic}{3})/u, '');
}

function pairsIn(text: string): number[] {
  const characters = [...text];
  return characters.slice(1).map((character, place) => hashOf((characters[place] ?? '') + character));
}

/** FNV-1a over UTF-16. Fixed for ever: these are kept. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash | 0;
}
