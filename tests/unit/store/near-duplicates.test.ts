import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEAR, normalisePrompt, promptBands, promptKey, promptLikeness } from '../../../src/store/near-duplicates.ts';

const share = (one: string, other: string) => {
  const bands = new Set(promptBands(one));
  return promptBands(other).filter((band) => bands.has(band)).length;
};
const PROMPT = 'an old lighthouse keeper feeds the gulls at dawn while fog rolls in over the quiet harbour';

describe('normalising', () => {
  it.each([
    ['Case and blanks', 'A  Paper\n boat ', 'a paper boat'],
    ['punctuation', '“a paper-boat”, please!!', 'a paper boat please'],
    ['wide letters', 'ａ ｐａｐｅｒ boat', 'a paper boat'],
  ])('does away with %s', (_, prompt, normal) => {
    expect(normalisePrompt(prompt)).toBe(normal);
  });

  it('keeps what makes another prompt of it: words in any script, marks, numbers, emoji', () => {
    expect(normalisePrompt('قاربٌ ورقي ٣ 🛶 نाव')).toBe('قاربٌ ورقي ٣ 🛶 نाव'.normalize('NFKC').toLowerCase());
    expect(promptKey('🛶')).not.toBe(promptKey('🚀'));
  });

  it('gives one key to prompts that are the same', () => {
    expect(promptKey(' A paper boat!')).toBe(promptKey('a paper  boat'));
    expect(promptKey('a paper boat')).not.toBe(promptKey('a paper boats'));
  });
});

describe('bands', () => {
  it('are 32 numbers that fit an int4, the same each time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const bands = promptBands(text);
        expect(bands).toHaveLength(32);
        expect(bands.every((band) => Number.isInteger(band) && Math.abs(band) <= 2 ** 31)).toBe(true);
        expect(promptBands(text)).toEqual(bands);
      }),
    );
  });

  it('do not change from version to version, since they are kept', () => {
    expect(promptBands('a paper boat sails').slice(0, 3)).toMatchInlineSnapshot(`
      [
        -1029577552,
        -883323785,
        -1830521910,
      ]
    `);
  });

  it('are shared by prompts with a few words changed, and hardly ever by others', () => {
    const words = PROMPT.split(' ');
    let found = 0;
    for (let place = 0; place < words.length; place += 1) {
      if (share(PROMPT, words.with(place, 'something').join(' ')) > 0) found += 1;
    }
    expect(found).toBe(words.length);
    expect(share(PROMPT, 'two foxes waltz on a frozen pond under paper lanterns in the snow')).toBe(0);
  });
});

describe('likeness', () => {
  it('is 1 for the same, 0 for nothing in common, and the same both ways', () => {
    expect(promptLikeness(PROMPT, PROMPT.toUpperCase())).toBe(1);
    expect(promptLikeness('abcdefgh', 'stuvwxyz')).toBe(0);
    expect(promptLikeness('', '')).toBe(1);
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(promptLikeness(one, other)).toBe(promptLikeness(other, one));
      }),
    );
  });

  it('lies above the line for a word changed and below it for another idea on the same pattern', () => {
    expect(promptLikeness(PROMPT, PROMPT.replace('dawn', 'dusk'))).toBeGreaterThan(NEAR);
    expect(promptLikeness('a cat on a sofa', 'a dragon over the sea')).toBeLessThan(NEAR);
  });
});
