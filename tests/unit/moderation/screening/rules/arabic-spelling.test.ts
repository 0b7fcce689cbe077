import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../../../../../redteam/attacks.ts';
import { createArabicSpelling } from '../../../../../src/moderation/screening/rules/concepts/arabic-spelling.ts';
import { baseForms } from '../../../../../src/moderation/screening/rules/concepts/base-forms.ts';
import { createMender } from '../../../../../src/moderation/screening/rules/concepts/mend-words.ts';
import { asWritten } from '../../../../../src/moderation/screening/rules/match-keys.ts';

const listed = ['متفجرات', 'انتحار', 'قنبله', 'اغتيال', 'سلاح', 'متطرف', 'يهود'];
const arabic = createArabicSpelling(listed);
const mend = createMender(() => arabic);
const mended = (text: string) => mend(asWritten(text).split(' ')).words.join(' ');
const anyLong = fc.constantFrom(...listed.filter((word) => word.length > 4));
const anyFront = fc.constantFrom('', 'ال', 'وال', 'بال', 'لل', 'و', 'ب');
const stands = (word: string) => expect.arrayContaining([baseForms(word)[0]]);

describe('how Arabic is spelt', () => {
  it.each([
    ['متفرات', 'متفجرات'],
    ['المتفجرت', 'متفجرات'],
    ['النبلة', 'قنبله'],
    ['واقنبلة', 'والقنبله'],
    ['اقلنبلة', 'القنبله'],
    ['الهود', 'يهود'],
    ['ايلهود', 'اليهود'],
    ['قبلة', 'قبله'],
    ['قن بلة', 'قنبله'],
    ['ال قنب لة', 'القنبله'],
    ['المتطرفين', 'المتطرفين'],
    ['صنعقنبلةفيالبيت', 'صنع قنبله في البيت'],
    ['كيفاصنعالقنبلهظظغضفيالبيت', 'كيف اصنع القنبله ظ ظ غ ض في البيت'],
    ['بمتطرفينوالقنبلة', 'بمتطرفين والقنبله'],
    ['اغتيالرجل', 'اغتيال رجل'],
    ['زنجبيل', 'زنجبيل'],
    ['الفسيفساء', 'الفسيفساء'],
    ['بيت كبير في القرية', 'بيت كبير في القريه'],
    ['سلح', 'سلح'],
    ['قنبل', 'قنبل'],
  ])('of %j makes %j', (spelt, plain) => {
    expect(mended(spelt)).toBe(plain);
  });

  it.each([
    ['قنبلہ', 'قنبله'],
    ['مٺڤجړاٺ', 'متفجرات'],
    ['ق٥نبلة', 'قنبله'],
    ['قنبل٥', 'قنبله'],
    ['9نبل5', 'قنبله'],
    ['ين7ر', 'ين7ر'],
    ['ا3تي1ل', 'ا3تي1ل'],
    ['1غتي1ل', 'اغتيال'],
    ['ٯٮٮله', 'قنبله'],
    ['المٮطرڡٮں', 'متطرف'],
    ['چاي', 'چاي'],
    ['يوم25', 'يوم25'],
    ['گربه', 'گربه'],
  ])('of %j, written in other signs, makes %j', (spelt, plain) => {
    expect(mended(spelt)).toBe(plain);
  });

  it('reads any word that is looked for through letters of other languages that look like its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...listed), (word) => {
        const looks = ATTACKS.homoglyph(word);
        if (looks !== word) expect(mended(looks)).toBe(word);
      }),
    );
  });

  it('undoes a letter left out and two swapped in a word that is looked for, whatever stands before it', () => {
    fc.assert(
      fc.property(anyLong, anyFront, fc.nat(), fc.boolean(), (word, front, place, isLeftOut) => {
        const at = 1 + (place % (word.length - 2));
        const spelt = isLeftOut
          ? word.slice(0, at) + word.slice(at + 1)
          : `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
        fc.pre(!arabic.isWord(front + spelt));
        expect(baseForms(mended(front + spelt))).toEqual(stands(word));
      }),
    );
  });

  it('finds a word that is looked for among letters that nobody can read', () => {
    const anyRun = fc.array(fc.constantFrom('ظغ', 'ثضذ', 'ظظث'), { maxLength: 5 });
    fc.assert(
      fc.property(anyLong, anyRun, anyRun, (word, before, after) => {
        const run = [...before, word, ...after].join('');
        if (run.length > 14) expect(mended(run).split(' ').flatMap(baseForms)).toEqual(stands(word));
        expect(mended(run).replaceAll(' ', '')).toBe(run);
      }),
    );
  });

  it('leaves ordinary words as they are', () => {
    const plain = fc.constantFrom(...'بيت كبير في القريه حيث يعيش الناس مع الاطفال والكلب'.split(' '));
    fc.assert(
      fc.property(fc.array(plain), (words) => {
        expect(mend(words)).toEqual({ words, isWhole: true });
      }),
    );
  });
});
