import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALT_TEXT_LENGTH, type AltTextSubject, altText } from '../../../../src/generation/finishing/alt-text.ts';
import { CAPTION_LENGTH, caption } from '../../../../src/generation/finishing/caption.ts';
import { tidyPrompt } from '../../../../src/generation/finishing/tidy-prompt.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const length = (text: string) => [...segmenter.segment(text)].length;

const BOAT: AltTextSubject = {
  prompt: 'a paper boat sails down a rainy street',
  locale: 'en',
  engine: 'storyboard',
  width: 720,
  height: 1280,
  seconds: 6,
  sound: 'ambience',
};
const ARABIC: AltTextSubject = { ...BOAT, locale: 'ar', prompt: 'قارب ورقي يبحر في شارع ماطر' };

describe('alt text', () => {
  it.each([
    [BOAT, 'Storyboard clip, 6 seconds, portrait: a paper boat sails down a rainy street. With background sound.'],
    [
      { ...BOAT, engine: 'runway', width: 1280, height: 720, seconds: 1, sound: 'none', prompt: 'Look out!' },
      'AI-made clip, 1 second, landscape: Look out! No sound.',
    ],
    [
      { ...BOAT, width: 720, height: 720, seconds: 5.041666, sound: 'narration' },
      'Storyboard clip, 5 seconds, square: a paper boat sails down a rainy street. With narration.',
    ],
    [{ ...BOAT, prompt: '  ' }, 'Storyboard clip, 6 seconds, portrait. With background sound.'],
    [ARABIC, 'مقطع من لوحات قصصية، 6 ثوانٍ، عمودي: قارب ورقي يبحر في شارع ماطر. مع أصوات في الخلفية.'],
    [
      { ...ARABIC, seconds: 1, sound: 'none' },
      'مقطع من لوحات قصصية، ثانية واحدة، عمودي: قارب ورقي يبحر في شارع ماطر. بلا صوت.',
    ],
    [
      { ...ARABIC, seconds: 2, sound: 'none' },
      'مقطع من لوحات قصصية، ثانيتان، عمودي: قارب ورقي يبحر في شارع ماطر. بلا صوت.',
    ],
    [
      { ...ARABIC, seconds: 12, prompt: 'من هنا؟' },
      'مقطع من لوحات قصصية، 12 ثانية، عمودي: من هنا؟ مع أصوات في الخلفية.',
    ],
  ] satisfies [AltTextSubject, string][])('says what is there: %#', (subject, text) => {
    expect(altText(subject)).toBe(text);
  });

  it('stays within its length, whatever was asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 900 }),
        fc.constantFrom('en' as const, 'ar' as const),
        (prompt, locale) => {
          expect(length(altText({ ...BOAT, prompt, locale }))).toBeLessThanOrEqual(ALT_TEXT_LENGTH);
        },
      ),
    );
  });
});

describe('a caption', () => {
  it('is the prompt, on one line, calling on nobody', () => {
    expect(caption('  a cat\n\n wearing   a hat ')).toBe('a cat wearing a hat');
    expect(caption('ask @everyone and ＠here about https://evil.example/x?y a cat')).toBe(
      'ask everyone and here about a cat',
    );
    expect(caption('mail me at a @ b')).toBe('mail me at a @ b');
  });

  it('keeps what letters need, and drops what turns them round', () => {
    expect(caption('می‌خواهم 👩‍👩‍👧 ‮evil')).toBe('می‌خواهم 👩‍👩‍👧 evil');
  });

  it('is cut at a word', () => {
    const cut = caption('paper boats '.repeat(40));
    expect(cut).toMatch(/(paper|boats)…$/);
    expect(length(cut)).toBeLessThanOrEqual(CAPTION_LENGTH);
  });

  it('never splits what is one character to people', () => {
    expect(caption('👩‍👩‍👧'.repeat(300))).toBe(`${'👩‍👩‍👧'.repeat(CAPTION_LENGTH - 1)}…`);
  });

  it('is short, on one line and stays as it is when tidied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (prompt) => {
        const text = caption(prompt);
        expect(length(text)).toBeLessThanOrEqual(CAPTION_LENGTH);
        expect(text).not.toMatch(/[\n\r\t\u202e]/u);
        expect(tidyPrompt(tidyPrompt(prompt))).toBe(tidyPrompt(prompt));
      }),
    );
  });
});
