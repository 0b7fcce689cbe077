import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALT_TEXT_LENGTH, type AltTextSubject, altText } from '../../../../src/generation/finishing/alt-text.ts';
import { CAPTION_LENGTH, caption } from '../../../../src/generation/finishing/caption.ts';
import { phrasesOf } from '../../../../src/generation/finishing/phrases.ts';
import { tidyPrompt } from '../../../../src/generation/finishing/tidy-prompt.ts';
import { webVtt } from '../../../../src/generation/finishing/web-vtt.ts';
import { placeSpeech } from '../../../../src/media/sound/place-speech.ts';

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

describe('what a voice says', () => {
  it('is said in breaths, with nothing left out', () => {
    expect(phrasesOf('A fox, red and small, jumps over a stream; then it rests. It sleeps.')).toEqual([
      'A fox, red and small, jumps over a stream;',
      'then it rests.',
      'It sleeps.',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (prompt) => {
        const phrases = phrasesOf(prompt);
        for (const phrase of phrases) expect(phrase.split(/\s+/u).length).toBeLessThanOrEqual(9);
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(phrases.join(' '))).toBe(letters(tidyPrompt(prompt)));
      }),
    );
  });

  it('stands in subtitles that no word can break out of', () => {
    const cues = [
      { start: 0.3, end: 1.25, text: 'a <b>bold</b> fox --> & co' },
      { start: 3661.0004, end: 3662, text: 'two\n\nlines' },
    ];
    expect(webVtt(cues)).toBe(
      'WEBVTT\n\n00:00:00.300 --> 00:00:01.250\na &lt;b&gt;bold&lt;/b&gt; fox --&gt; &amp; co\n\n' +
        '01:01:01.000 --> 01:01:02.000\ntwo lines\n',
    );
  });

  it('is placed one after another, a little faster or less of it where there is no room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 5, noNaN: true })),
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        (lengths, seconds) => {
          const { tempo, times } = placeSpeech(lengths, seconds);
          expect(tempo).toBeGreaterThanOrEqual(1);
          expect(tempo).toBeLessThanOrEqual(1.25);
          let end = 0;
          for (const [index, time] of times.entries()) {
            expect(time.start).toBeGreaterThan(end);
            expect(time.end - time.start).toBeCloseTo((lengths[index] ?? 0) / tempo, 6);
            end = time.end;
          }
          expect(end).toBeLessThan(seconds);
        },
      ),
    );
    expect(placeSpeech([2, 2], 5)).toMatchObject({ tempo: 1, times: [{ start: 0.3 }, {}] });
    expect(placeSpeech([2, 2], 4).tempo).toBeGreaterThan(1);
    expect(placeSpeech([2, 2], 3).times).toHaveLength(1);
  });
});
