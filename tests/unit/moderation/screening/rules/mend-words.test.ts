import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnglishSpelling } from '../../../../../src/moderation/screening/rules/concepts/english-spelling.ts';
import { createMender } from '../../../../../src/moderation/screening/rules/concepts/mend-words.ts';

const listed = ['vermin', 'muslim', 'immigrant', 'women', 'deserve'];
const english = createEnglishSpelling([...listed, 'slurred', 'slur', 'rape'], {
  rare: new Set(['slurred', 'slur']),
  groups: new Set(['women']),
});
const mend = createMender(() => english);
const mended = (text: string) => mend(text.split(' ')).words.join(' ');
const anyListed = fc.constantFrom(...listed);

describe('mending words', () => {
  it.each([
    ['vrmin', 'vermin'],
    ['muslms', 'muslim'],
    ['im migrants', 'immigrants'],
    ['im mig rants', 'immigrants'],
    ['womenarevermin', 'women are vermin'],
    ['hatewomen', 'hate women'],
    ["womenaren'tvermin", "women aren't vermin"],
    ['iwomen', 'i women'],
    ['imigrant', 'immigrant'],
    ['torape', 'to rape'],
    ['tokan', 'tokan'],
    ['a rapeseed field', 'a rapeseed field'],
    ['dseerving', 'deserve'],
    ['slurrd', 'slurred'],
    ['slr', 'slr'],
    ['the ruin of a farm', 'the ruin of a farm'],
    ['Kowalczyk in Rabat', 'Kowalczyk in Rabat'],
  ])('of %j makes %j', (spelt, plain) => {
    expect(mended(spelt)).toBe(plain);
  });

  it('undoes a letter left out, two swapped, and a word torn apart, wherever in a listed word', () => {
    fc.assert(
      fc.property(anyListed, fc.nat(), fc.nat(2), (word, place, attack) => {
        const at = 1 + (place % (word.length - 2));
        const spelt = [
          word.slice(0, at) + word.slice(at + 1),
          `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
          `${word.slice(0, at)} ${word.slice(at)}`,
        ][attack];
        expect(mended(spelt ?? '')).toBe(word);
      }),
    );
  });

  it('leaves words of English as they are', () => {
    const plainWord = fc.constantFrom(...'a farm of the old town where people bake bread in autumn'.split(' '));
    fc.assert(
      fc.property(fc.array(plainWord), (words) => {
        expect(mend(words)).toEqual({ words, isWhole: true });
      }),
    );
  });

  it('says when there were more words that are none than it mends, and leaves the rest as it is', () => {
    const nonsense = Array.from(
      { length: 40 },
      (_, at) => `qx${'bcdfghjk'[at % 8]}zw${'lmnprstv'[Math.floor(at / 8)]}k`,
    );
    expect(mend([...nonsense, 'vrmin'])).toMatchObject({ isWhole: false, words: expect.arrayContaining(['vrmin']) });
    expect(mend([...nonsense.slice(0, 10), 'vrmin'])).toMatchObject({
      isWhole: true,
      words: expect.arrayContaining(['vermin']),
    });
  });
});
