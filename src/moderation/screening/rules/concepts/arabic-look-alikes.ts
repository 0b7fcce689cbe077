/** Letters of other languages that are written in the script, and the Arabic one that each looks like. */
const FOREIGN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      ا: 'ٲٳٵ',
      ب: 'پٻڀ',
      ت: 'ٹٺټٿ',
      ج: 'چڃڄڇ',
      ح: 'ځ',
      خ: 'څڿ',
      د: 'ڈډڊڍ',
      ذ: 'ڌڎڏ',
      ر: 'ڑړڔڕږ',
      ز: 'ژڙ',
      س: 'ښڛ',
      ش: 'ڜ',
    },
    ...{
      ص: 'ڝ',
      ض: 'ڞ',
      ظ: 'ڟ',
      غ: 'ڠ',
      ف: 'ڢڤڥڦ',
      ق: 'ڧڨ',
      ك: 'ڪګڬڭگ',
      ل: 'ڵڶڷ',
      ن: 'ںڹڻڼڽ',
      ه: 'ہھەۀۂۃۿ',
      و: 'ۄۅۆۇۈۋ',
      ي: 'ۍېێےۓ',
    },
  }).flatMap(([letter, alike]) => [...alike].map((sign): [string, string] => [sign, letter])),
);
const FOREIGN = new RegExp(`[${[...FOREIGN_LETTERS.keys()].join('')}]`, 'gu');

/** What figures and signs stand for among Arabic letters: as they look, and as Arabic is written in Latin letters. */
const FIGURES: Readonly<Record<string, string>> = {
  ...{ 1: 'ا', 2: 'اء', 3: 'ع', 4: 'شذ', 5: 'هخ', 6: 'ط', 7: 'ح', 8: 'قغ', 9: 'قصو', 0: 'ه', o: 'ه', l: 'ا', i: 'ا' },
};
const FIGURE = /[\d٠-٩oli]/g;
const EASTERN_ZERO = 0x660;
const MOST_FIGURES = 3;

/** All that a word may be in Arabic letters, where other signs stand in it; each figure may stand for nothing too. */
export function inArabicLetters(word: string): string[] {
  const letters = word.replace(FOREIGN, (sign) => FOREIGN_LETTERS.get(sign) ?? sign);
  const figures = letters.match(FIGURE) ?? [];
  if (figures.length === 0) return letters === word ? [] : [letters];
  if (figures.length > MOST_FIGURES) return [];
  let readings = [''];
  for (const sign of letters) {
    const meant = FIGURES[western(sign)];
    readings = readings.flatMap((before) => (meant ? [...meant, ''] : [sign]).map((letter) => before + letter));
  }
  return readings;
}

function western(sign: string): string {
  const figure = (sign.codePointAt(0) ?? 0) - EASTERN_ZERO;
  return figure >= 0 && figure <= 9 ? String(figure) : sign;
}

/** Letters that Arabic has only without their dots, which nobody writes but to hide a word. */
const DOTLESS = /[ٮڡٯ]/u;
const SAME_WITHOUT_DOTS = ['بتثنيںى', 'جحخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فقٯ'];
const BODIES: ReadonlyMap<string, string> = new Map(
  SAME_WITHOUT_DOTS.flatMap((letters, at) =>
    [...letters].map((letter): [string, string] => [letter, 'ٮحدرسصطعڡ'[at] ?? letter]),
  ),
);

export const isDotless = (word: string) => DOTLESS.test(word);

/** What is left of a word when the dots are taken off its letters. */
export const withoutDots = (word: string) => Array.from(word, (letter) => BODIES.get(letter) ?? letter).join('');

/** Puts the dots back where particles and endings are told by them, as far as they can be told. */
export function withDottedAffixes(word: string): string {
  return word
    .replaceAll('ں', 'ن')
    .replace(/[ٮىي]ن$/u, 'ين')
    .replace(/اٮ$/u, 'ات')
    .replace(/[ٮى]$/u, 'ي')
    .replace(/^ٮ/u, 'ب')
    .replace(/^ڡ/u, 'ف');
}
