import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRange } from '../../../src/web/api/byte-range.ts';
import { chooseLanguage } from '../../../src/web/api/choose-language.ts';
import { cleanPostText } from '../../../src/web/api/clean-post-text.ts';
import { decodeCursor, encodeCursor } from '../../../src/web/api/event-format.ts';
import { cleanName } from '../../../src/web/api/visitor-name.ts';

describe('a name', () => {
  it.each(['Salma', 'سلمى', '李小龍', 'Ana-María 3', '🦊', 'openhanded', 'caller'])('%s is one', (name) => {
    expect(cleanName(name)).toEqual({ ok: true, name });
  });

  it.each([
    ['', 'name-empty'],
    [' \u200b\u202e ', 'name-empty'],
    ['…', 'name-empty'],
    ['a'.repeat(33), 'name-too-long'],
    [`a${'\u0301'.repeat(300)}`, 'name-too-long'],
    ['opencall', 'name-taken-by-bot'],
    ['Open Call', 'name-taken-by-bot'],
    ['the_0PEN-CALL_bot', 'name-taken-by-bot'],
    ['ореnсаll', 'name-taken-by-bot'],
    ['Ｏｐｅｎ Ｃａｌｌ', 'name-taken-by-bot'],
    ['opén cäll', 'name-taken-by-bot'],
    ['o\u200bpencall', 'name-taken-by-bot'],
    ['opencaII', 'name-taken-by-bot'],
  ])('%j is none: %s', (given, why) => {
    expect(cleanName(given)).toEqual({ ok: false, why });
  });

  it('never holds what cannot be seen, and is left alone the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const clean = cleanName(given);
        if (!clean.ok) return;
        expect(clean.name).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanName(clean.name)).toEqual(clean);
      }),
    );
  });
});

describe('a language', () => {
  it.each([
    ['', 'en'],
    ['ar', 'ar'],
    ['AR-eg,ar;q=0.9,en;q=0.8', 'ar'],
    ['fr,en;q=0.5,ar;q=0.7', 'ar'],
    ['en-GB,ar', 'en'],
    ['ar;q=0,en;q=0.1', 'en'],
    ['*;q=0.5', 'en'],
    [';;;,,=q', 'en'],
  ] as const)('is chosen of %j', (header, locale) => {
    expect(chooseLanguage(header)).toBe(locale);
  });
});

describe('a post', () => {
  it('keeps joiners and line breaks, loses what would disturb others', () => {
    expect(cleanPostText('@OpenCall می\u200cخواهم\r\n👩‍👧 \u202eabc\u0007')).toBe('@opencall می\u200cخواهم\n👩‍👧 abc');
    expect(cleanPostText('＠OPENCALL a; x@opencallers')).toBe('@opencall a; x@opencallers');
  });
});

describe('a range', () => {
  it('never reaches outside the file', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
      fc.nat().map((n) => `bytes=-${n}`),
    );
    fc.assert(
      fc.property(header, fc.nat({ max: 1000 }), (text, bytes) => {
        const range = byteRange(text, bytes);
        if (range.kind !== 'part') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(bytes);
      }),
    );
  });
});

describe('a cursor', () => {
  it('is read as it was written, and nonsense as none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (history, room) => {
        const cursor = { history: history.toWellFormed(), room: room.toWellFormed() };
        expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => decodeCursor(text) === null));
  });
});
