import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCaptionStrip } from '../../../../../src/generation/engines/storyboard/caption/caption-strip.ts';
import { isRightToLeft } from '../../../../../src/media/lettering/direction.ts';
import { typefaceFor } from '../../../../../src/media/lettering/font-shelf.ts';
import { wrapLines } from '../../../../../src/media/lettering/wrap-lines.ts';

const measure = (text: string) => Array.from(new Intl.Segmenter().segment(text)).length;

describe('typefaceFor', () => {
  it.each([
    ['A paper boat', 'inter'],
    ['قارب ورقي', 'noto-sans-arabic'],
    ['纸船在雨中', 'noto-sans-sc'],
    ['夜の東京を歩く', 'noto-sans-jp'],
    ['비 오는 거리', 'noto-sans-kr'],
    ['बारिश में नाव', 'noto-sans-devanagari'],
    ['সবুজ নৌকা', 'noto-sans-bengali'],
    ['เรือกระดาษ', 'noto-sans-thai'],
    ['סירת נייר', 'noto-sans-hebrew'],
    ['бумажный кораблик', 'inter'],
  ])('keeps %j whole and sets it in %s', (text, font) => {
    const typeface = typefaceFor(text);
    expect(typeface.text).toBe(text);
    expect(typeface.families).toContain(font);
  });

  it('leaves out what no font has, so that no empty boxes are shown', () => {
    expect(typefaceFor('a cat 🐱 and ქართული').text).toBe('a cat and');
  });
});

describe('wrapLines', () => {
  it('breaks at words and ends in an ellipsis', () => {
    expect(wrapLines('one two three four', 9, 3, measure)).toEqual(['one two', 'three', 'four']);
    expect(wrapLines('one two three four', 9, 2, measure)).toEqual(['one two', 'three…']);
  });

  it('breaks scripts without spaces, and words that are longer than a line', () => {
    expect(wrapLines('纸船在雨中的街道上', 4, 5, measure).join('')).toBe('纸船在雨中的街道上');
    expect(wrapLines('abcdefghij', 4, 5, measure)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('never makes a line too wide, nor too many of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrapLines(text, width, 3, measure);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('createCaptionStrip', () => {
  it('takes no room where there is nothing to write', () => {
    expect(createCaptionStrip('🐱', { width: 640, height: 360 }).height).toBe(0);
  });

  it('stays below a third of the frame, however long the prompt is', () => {
    const strip = createCaptionStrip('a very long prompt '.repeat(60), { width: 360, height: 640 });
    expect(strip.height).toBeGreaterThan(0);
    expect(strip.height).toBeLessThan(640 / 3);
  });
});

describe('isRightToLeft', () => {
  it('goes by the first letter', () => {
    expect(isRightToLeft('«قطة» cat')).toBe(true);
    expect(isRightToLeft('cat قطة')).toBe(false);
  });
});
