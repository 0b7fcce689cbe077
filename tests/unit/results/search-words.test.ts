import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, readSearch, searchableText } from '../../../src/results/search-words.ts';

/** As the records look: all pairs are there, and every piece is. */
function finds(words: string, ...texts: string[]): boolean {
  const search = readSearch(words);
  const searchable = searchableText(texts);
  const grams = new Set(gramsOf(searchable));
  if (search === null) return false;
  const { grams: asked, pieces } = search;
  return asked.every((gram) => grams.has(gram)) && pieces.every((piece) => searchable.includes(piece));
}

describe('words', () => {
  it.each([
    ['cat', 'A CAT on the roof'],
    ['roof cat', 'A cat on the roof'],
    ['cafe', 'Un Café à Paris'],
    ['naïve', 'naive painting'],
    ['straße', 'Straße bei Nacht'],
    ['قطة', 'القِطَّة على السطح'],
    ['القطه', 'قطة سوداء'],
    ['مدرسة', 'بالمدرسة القديمة'],
    ['احمد', 'أحمد يركض'],
    ['على', 'علی'],
    ['قارب', 'قــــارب ورقي'],
    ['12', 'قط رقم ١٢'],
    ['ילד', 'יֶלֶד רץ'],
    ['猫', '屋根の上の猫'],
    ['屋根', '猫が屋根の上で眠る'],
    ['ねこ', 'ネコが走る'],
    ['北京', '我爱北京天安门'],
    ['แมว', 'รูปแมวสีดำ'],
    ['고양이', '고양이가 지붕 위에'],
    ['кот', 'Кот на крыше'],
    ['ｃａｔ', 'cats'],
    ['हिन्दी', 'हिन्दी कविता'],
    ['🐈 roof', 'a roof 🐈'],
  ])('%s is found in %s', (words, text) => {
    expect(finds(words, text)).toBe(true);
  });

  it.each([
    ['cat', 'scatter'],
    ['cat dog', 'a cat'],
    ['мои', 'мой дом'],
    ['か', 'が'],
    ['犬', '屋根の上の猫'],
    ['京北', '北京'],
    ['قطار', 'قطة'],
    ['الله', 'له'],
  ])('%s is not found in %s', (words, text) => {
    expect(finds(words, text)).toBe(false);
  });

  it.each(['', '  ', '%_\\', '—…!', '\u202e'])('there are none in "%s"', (words) => {
    expect(readSearch(words)).toBeNull();
  });

  it('are found again wherever they come from, and have nothing in them that a pattern would read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (text, more) => {
          const search = readSearch(text);
          if (search === null) return;
          expect(finds(text, more, text)).toBe(true);
          expect(search.pieces.join('')).not.toMatch(/[%_\\\0]/);
          for (const gram of search.grams) expect(gram).toBe(gram | 0);
        },
      ),
    );
  });
});
