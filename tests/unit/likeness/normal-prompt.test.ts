import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalPrompt, promptKey } from '../../../src/likeness/normal-prompt.ts';

describe('what makes no other prompt of it', () => {
  it.each([
    ['case and blanks', 'A  Paper\n boat ', 'a paper boat'],
    ['punctuation', '“a paper-boat”, please!!', 'a paper boat please'],
    ['wide letters', 'ａ ｐａｐｅｒ boat', 'a paper boat'],
    ['apostrophes', "a cat's dream, it’s", 'a cats dream its'],
    ['marks without a width', 'a pa\u200bper\u2060 bo\u00adat', 'a paper boat'],
    [
      'vowel marks and letters that Arabic is written with or without',
      'قارِبٌ وَرَقيّ في الحديقــة',
      'قارب ورقي في الحديقه',
    ],
  ])('is taken away: %s', (_, prompt, normal) => {
    expect(normalPrompt(prompt)).toBe(normal);
  });

  it('and nothing else is: words in any script, numbers, emoji', () => {
    expect(normalPrompt('قارب ورقي ٣ 🛶 नाव')).toBe('قارب ورقي ٣ 🛶 नाव');
    expect(promptKey('🛶')).not.toBe(promptKey('🚀'));
    expect(promptKey('👩‍🚀')).not.toBe(promptKey('👩🚀'));
    expect(promptKey('a paper boat')).not.toBe(promptKey('a paper boats'));
  });

  it('is gone after the first time, and changes no key, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const normal = normalPrompt(text);
        expect(normalPrompt(normal)).toBe(normal);
        expect(promptKey(` ${text}! `)).toBe(promptKey(text));
      }),
    );
  });
});
