import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CODE_BYTES, readCode, writeCode } from '../../../../src/bots/joining/join-code.ts';
import { joinWords } from '../../../../src/bots/x/hearing/join-words.ts';

const code = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }).map(writeCode);

it('a code is read again however it was written down', () => {
  const look = fc.record({
    lower: fc.boolean(),
    between: fc.constantFrom('-', '', ' ', ' – ', '\u200f-'),
    confused: fc.boolean(),
    arabic: fc.boolean(),
  });
  fc.assert(
    fc.property(code, look, (written, { lower, between, confused, arabic }) => {
      let given = written.replace('-', between);
      if (confused) given = given.replace(/0/g, 'O').replace(/1/g, 'l');
      if (arabic) given = given.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '');
      expect(readCode(lower ? ` ${given.toLowerCase()} ` : given)).toBe(written);
    }),
  );
});

it('nothing else is read as one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const read = readCode(text);
      if (read !== null) expect(readCode(read)).toBe(read);
    }),
  );
  for (const text of ['', 'ABCDE', 'ABCDE-FGHJ', 'ABCDE-FGHJKM', 'ABCDE-FGHJU', '!BCDE-FGHJK']) {
    expect(readCode(text)).toBeNull();
  }
});

it('on X a post that gives a code is told from one that asks for a clip', () => {
  fc.assert(
    fc.property(code, fc.constantFrom('join', 'Link', 'اربط'), (written, word) => {
      expect(readCode(joinWords(`@opencall ${word} ${written}`) ?? '')).toBe(written);
    }),
  );
  for (const text of [
    '@opencall join the ships at sea',
    '@opencall link arms, dance',
    '@opencall two ships join hands',
  ])
    expect(joinWords(text)).toBeNull();
});
