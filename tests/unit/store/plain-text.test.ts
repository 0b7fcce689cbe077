import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toJson, toText } from '../../../src/store/plain-text.ts';

it('leaves out NUL and mends halves of characters, in texts and in JSON', () => {
  expect(toText('a\0b\ud800')).toBe('ab\ufffd');
  expect(JSON.parse(toJson({ text: 'a\0b\udfff', list: ['\0'] }))).toEqual({ text: 'ab\ufffd', list: [''] });
});

it('changes nothing else', () => {
  const whole = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(whole, (text) => {
      expect(JSON.parse(toJson({ text }))).toEqual({ text });
    }),
  );
  expect(JSON.parse(toJson('\\u0000 \\ud800'))).toBe('\\u0000 \\ud800');
});
