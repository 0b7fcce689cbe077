import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, escapeToFit, quote } from '../../../../src/bots/discord/escape-text.ts';

describe('what people wrote, shown', () => {
  it.each([
    [
      '*bold* _under_ ~~gone~~ `code` ||hidden||',
      '\\*bold\\* \\_under\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|hidden\\|\\|',
    ],
    ['<@1> <@&2> <#3> <t:4> <:a:5>', '\\<@1\\> \\<@&2\\> \\<#3\\> \\<t:4\\> \\<:a:5\\>'],
    ['[safe](https://evil.example)', '\\[safe\\]\\(https\\://evil.example\\)'],
    ['@everyone @HERE @Mina', '@\u200beveryone @\u200bHERE @Mina'],
    ['# big\n-# small\n- item\n1. first', '\\# big\n\\-# small\n\\- item\n1\u2060. first'],
    ['a\u202eb', 'ab'],
    ['a - b, 3.5 s, key: value', 'a - b, 3.5 s, key: value'],
  ])('%j is itself', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it('fits, and is cut nowhere in a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 200 }), (text, most) => {
        const fitted = escapeToFit(text, most);
        expect(fitted.length).toBeLessThanOrEqual(most);
        expect(fitted.isWellFormed() || !text.isWellFormed()).toBe(true);
        expect(/(?:^|[^\\])(?:\\\\)*\\…$/.test(fitted)).toBe(false);
      }),
    );
  });

  it('stays in its quote whatever lines it has', () => {
    expect(quote('one\n\n> two\r\n# three', 100)).toBe('> one\n> \\> two\n> \\# three');
  });
});
