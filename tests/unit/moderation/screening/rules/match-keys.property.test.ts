import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTACKS, type Attack } from '../../../../../redteam/attacks.ts';
import { asWritten, unmasked } from '../../../../../src/moderation/screening/rules/match-keys.ts';

const bare = (text: string) => unmasked(asWritten(text));
const ofScript = (first: number, last: number) =>
  fc.string({ unit: fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code)), minLength: 1 });
const plainWords = 'murder,bomb,porn,heroin,terrorist,suicide,ballots,vaccine,shooting,explosion'.split(',');
const sentence = fc
  .array(fc.constantFrom(...plainWords, 'the', 'over', 'near', 'with', 'house'), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));

describe('the two keys of a text', () => {
  it('are what they are made of: made again, neither changes, for any text', () => {
    const disguised = fc.string({
      unit: fc.constantFrom(...'abomp31!4@$*#. -оаḿİﬁ\u200b\u0301\u0345\u0654ـؤقن9'),
      maxLength: 20,
    });
    for (const anyText of [fc.string({ unit: 'binary' }), disguised]) {
      fc.assert(
        fc.property(anyText, (text) => {
          const written = asWritten(text);
          expect(asWritten(written)).toBe(written);
          const key = unmasked(written);
          expect(unmasked(key)).toBe(key);
        }),
      );
    }
  });

  it.each(['leet', 'homoglyph', 'zero-width', 'stretched', 'full-width', 'accents'] satisfies Attack[])(
    'bring back what %s hid, in any sentence',
    (attack) => {
      fc.assert(
        fc.property(sentence, (text) => {
          // Of words without one Latin letter nobody can tell that they are no Russian.
          const disguised = ATTACKS[attack](`bdw ${text}`);
          expect(bare(disguised)).toBe(bare(`bdw ${text}`));
        }),
      );
    },
  );

  it.each(['spacing', 'dots'] satisfies Attack[])('bring back letters that %s tore apart', (attack) => {
    // Where one word ended and the next began is not in the text any more.
    const letters = (text: string) => text.replaceAll(/\P{L}/gu, '');
    fc.assert(
      fc.property(fc.constantFrom(...plainWords), sentence, (word, rest) => {
        expect(bare(ATTACKS[attack](`${word}, ${rest}`)).split(',')[0]).toBe(word);
        expect(letters(bare(ATTACKS[attack](rest)))).toBe(letters(rest));
      }),
    );
  });

  it('take tatweel and vowel marks off Arabic', () => {
    const words = fc.array(fc.constantFrom('قنبلة', 'اغتيال', 'انتخابات', 'سلاح', 'لقاح'), { minLength: 1 });
    fc.assert(
      fc.property(words, (each) => {
        const text = each.join(' ');
        expect(asWritten(ATTACKS.tatweel(text))).toBe(asWritten(text));
        expect(asWritten(text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u064e'))).toBe(asWritten(text));
      }),
    );
  });

  it.each([
    ['Russian', ofScript(0x430, 0x44f)],
    ['Hindi', ofScript(0x915, 0x939)],
    ['Japanese', ofScript(0x3042, 0x3093)],
    ['Chinese', ofScript(0x4e00, 0x4fff)],
    ['Arabic', ofScript(0x641, 0x648)],
  ])('leave %s what it is', (_, text) => {
    fc.assert(
      fc.property(text, (word) => {
        const honest = word.replaceAll(/(.)\1{2,}/gu, '$1');
        expect(bare(honest)).toBe(honest);
      }),
    );
  });
});
