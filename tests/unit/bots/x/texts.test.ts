import fc from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../../src/bots/x/answering/plain-words.ts';
import { replyText } from '../../../../src/bots/x/answering/reply-text.ts';
import { cutToWeight, weightedLength } from '../../../../src/bots/x/answering/weighted-length.ts';
import { asksToStop } from '../../../../src/bots/x/hearing/asks-to-stop.ts';
import { aClip, after } from '../../../samples/requests.ts';

const emoji = fc.constantFrom('😀', '👩🏽‍🚀', '👨‍👩‍👧‍👦', '🇸🇦', '1️⃣', '❤️', '☀️', '☀', '🏴‍☠️', '✈︎');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'abc اردو 日本語 кот é ñ … — “”'), maxLength: 40 }),
  emoji,
);
const text = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(''));

describe('weighted length', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['日本', 4],
    ['قارب', 4],
    ['😀', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇸🇦', 2],
    ['a…', 3],
  ])('of %j is %i', (given, weight) => {
    expect(weightedLength(given)).toBe(weight);
  });

  it('is what X itself counts, or more', () => {
    fc.assert(
      fc.property(text, (given) => {
        const counted = twitterText.parseTweet(given).weightedLength;
        if (twitterText.extractUrls(given).length === 0) expect(weightedLength(given)).toBeGreaterThanOrEqual(counted);
      }),
      { numRuns: 500 },
    );
  });

  it('is kept to by what is cut to it', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (given, most) => {
        const cut = cutToWeight(given, most);
        expect(weightedLength(cut)).toBeLessThanOrEqual(most);
        if (weightedLength(given) <= most) expect(cut).toBe(given.normalize('NFC'));
      }),
    );
  });
});

describe('what a person wrote, in a post of ours', () => {
  const bait = fc.constantFrom(
    'https://',
    'http://x.y',
    'example.com',
    't.co/a',
    '@mina',
    '#tag',
    '$CASH',
    'a.b.co.uk',
    '\u202e',
    '.',
    '@',
    '＠',
  );

  it('links to nothing and names nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(bait, words), { maxLength: 10 }), (parts) => {
        const plain = plainWords(parts.join(' '));
        expect(twitterText.extractUrls(plain)).toEqual([]);
        expect(twitterText.extractMentions(plain)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the words of a reply', () => {
  const approved = after('prompt-screened', 'approved');

  it('are at most 280, whatever was asked, without a link, and the same each time', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 80 }),
        fc.string(),
        fc.constantFrom('en', 'ar'),
        (parts, key, locale) => {
          const ready = { ...approved, clip: { ...aClip(), caption: parts.join(' ') } } as never;
          const post = { kind: 'clip', key, locale, text: '' } as never;
          const said = replyText(post, ready);
          expect(twitterText.parseTweet(said).weightedLength).toBeLessThanOrEqual(280);
          expect(twitterText.extractUrls(said)).toEqual([]);
          expect(twitterText.extractMentions(said)).toEqual([]);
          expect(replyText(post, ready)).toBe(said);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['storyboard', 'veo-3.1'])('call the work of %s what it is, in however many ways', (engine) => {
    const request = { ...approved, clip: { ...aClip(), engine } } as never;
    const keys = Array.from({ length: 60 }, (_, index) => `reply-${index}`);
    const said = keys.map((key) => replyText({ kind: 'clip', key, locale: 'en', text: '' } as never, request));
    for (const text of said) expect(/\bAI\b/.test(text), text).toBe(engine !== 'storyboard');
    expect(new Set(said.map((text) => text.split('\n')[0])).size).toBeGreaterThan(2);
  });
});

describe('"stop"', () => {
  it.each(['@opencall stop', 'STOP @opencall!', '@opencall please stop.', '@opencall توقف'])('%s is meant', (given) => {
    expect(asksToStop(given)).toBe(true);
  });
  it.each(['@opencall stop motion of a fox', '@opencall a bus stop', '@opencall'])('%s is a request', (given) => {
    expect(asksToStop(given)).toBe(false);
  });
});
