import { describe, expect, it } from 'vitest';
import { DEFAULT_READING_LIMITS, type Problem, readRequest } from '../../../../src/bots/reading/index.ts';

const limits = { ...DEFAULT_READING_LIMITS, promptGraphemes: 50 };
const read = (text: string) => readRequest(text, { limits });
const problemsOf = (text: string): Problem[] => {
  const reading = read(text);
  return reading.outcome === 'problems' ? reading.problems : [];
};

const boat = 'a paper boat sails down a rainy street';

describe('the mention', () => {
  it.each([
    `@opencall ${boat}`,
    `${boat} @opencall`,
    `a paper boat @opencall sails down a rainy street`,
    `@OpenCall: ${boat}`,
    `\u200b\u200e@opencall ${boat}`,
    `\n@opencall\n\n${boat}\n`,
    `@opencall, ${boat}`,
    boat,
  ])('may stand anywhere: %j', (text) => {
    expect(read(text)).toEqual({ outcome: 'read', prompt: boat, options: {} });
  });

  it.each([
    '',
    '@opencall',
    '  @opencall \n',
    '@opencall !!!',
    '-----',
    '@opencall@opencall',
    '@opencall --help',
    '@opencall https://example.com/x',
  ])('without words asks for nothing: %j', (text) => expect(read(text)).toEqual({ outcome: 'empty', options: {} }));

  it('keeps the options of a post that has a picture only', () => {
    expect(read('@opencall --ar 9:16')).toEqual({ outcome: 'empty', options: { aspect: { width: 9, height: 16 } } });
  });

  it('is not found inside a longer name or an address', () => {
    expect(read('write to me@opencall about @opencaller')).toMatchObject({
      prompt: 'write to me@opencall about @opencaller',
    });
  });
});

describe('options', () => {
  const tall = { aspect: { width: 9, height: 16 } };
  const six = { seconds: 6 };
  it.each([
    ['--ar 9:16', tall],
    ['--ar=9:16', tall],
    ['--ar: 9:16', tall],
    ['--AR 9x16', tall],
    ['--ar 9/16', tall],
    ['--ar 9 : 16', tall],
    ['--ar9:16', tall],
    ['—ar 9:16', tall],
    ['–ar 9:16', tall],
    ['-ar 9:16', tall],
    ['−−ar 9:16', tall],
    ['--ar ٩:١٦', tall],
    ['--ar “9:16”', tall],
    ['--ar 18:32', tall],
    ['--ar portrait', tall],
    ['--portrait', tall],
    ['--9:16', tall],
    ['--aspect 9:16', tall],
    ['--aspect-ratio 9:16', tall],
    ['--aspect_ratio 9:16', tall],
    ['--ratio 9:16,', tall],
    ['--نسبة ٩:١٦', tall],
    ['--ar عمودي', tall],
    ['--ar 1.85:1', { aspect: { width: 37, height: 20 } }],
    ['--ar 2.39', { aspect: { width: 239, height: 100 } }],
    ['--ar square', { aspect: { width: 1, height: 1 } }],
    ['--ar landscape', { aspect: { width: 16, height: 9 } }],
    ['--seconds 6', six],
    ['--seconds 6s', six],
    ['--seconds 6 sec', six],
    ['--seconds=6seconds.', six],
    ['--seconds ٦', six],
    ['--ثوان ٦', six],
    ['--مدة ٦ ثوانٍ', six],
    ['–seconds 6', six],
    ['--duration 6', six],
    ['--length 6', six],
    ['-s 6', six],
    ['--6s', six],
    ['--seconds 6.5', { seconds: 6.5 }],
    ['--seconds ٦٫٥', { seconds: 6.5 }],
    ['--seconds 1 min', { seconds: 60 }],
    ['--resolution 720p', { resolution: 720 }],
    ['--res 1080', { resolution: 1080 }],
    ['--res hd', { resolution: 720 }],
    ['--res Full HD', { resolution: 1080 }],
    ['--res 1280x720', { resolution: 720 }],
    ['--720p', { resolution: 720 }],
    ['--style watercolour', { style: 'watercolour' }],
    ['--style film noir', { style: 'film noir' }],
    ['--style “paper cut-out”', { style: 'paper cut-out' }],
    ["--style 'stop motion'", { style: 'stop motion' }],
    ['--style «ألوان مائية»', { style: 'ألوان مائية' }],
    ['--seed 42', { seed: 42 }],
    ['--seed ٤٢', { seed: 42 }],
    ['--sound none', { sound: 'none' }],
    ['--sound NARRATION', { sound: 'narration' }],
    ['--audio off', { sound: 'none' }],
    ['--silent', { sound: 'none' }],
    ['--صوت سرد', { sound: 'narration' }],
    ['--ar 9:16 --seconds 6\n--sound none', { ...tall, ...six, sound: 'none' }],
    ['—ar 9:16 —seconds 6 —style film noir —seed 7', { ...tall, ...six, style: 'film noir', seed: 7 }],
    ['--seconds 6 --seconds 6s', six],
  ])('%j behind the prompt and before it', (written, options) => {
    expect(read(`@opencall ${boat} ${written}`)).toEqual({ outcome: 'read', prompt: boat, options });
    if ('style' in options && !/["“'«]/.test(written)) return;
    expect(read(`@opencall ${written}\n${boat}`)).toEqual({ outcome: 'read', prompt: boat, options });
  });

  it('takes one word as a style where more could be the prompt', () => {
    expect(read('--style watercolour a cat')).toEqual({
      outcome: 'read',
      prompt: 'a cat',
      options: { style: 'watercolour' },
    });
    expect(read('a cat --style watercolour runs down a street')).toMatchObject({ prompt: 'a cat runs down a street' });
  });

  it('are found where a word is glued to them', () => {
    expect(read(`${boat}--ar 9:16`)).toEqual({ outcome: 'read', prompt: boat, options: tall });
    expect(read(`${boat},--ar 9:16`)).toMatchObject({ options: tall });
  });
});

describe('dashes of ordinary prose', () => {
  it.each([
    'a cat — black — runs',
    'a cat —black— runs',
    'a cat –black dog– runs',
    'a cat -- black -- runs',
    'a cat --black-- runs',
    'a well-known high-res 720p scan',
    'a man—style icon—walks',
    'it waits —seconds pass— and runs',
    'it is -5 degrees, wind 10-20',
    'rock-n-roll -black-',
    '- a cat\n- a dog',
    'the —sound of rain— at night',
    'a cat -s',
    'x -> y --> z',
  ])('stay: %j', (text) => {
    expect(read(text)).toEqual({ outcome: 'read', prompt: text, options: {} });
  });
});

describe('problems', () => {
  it.each<[string, Partial<Problem>]>([
    ['--secnds 6', { code: 'unknown-option', given: '--secnds', didYouMean: '--seconds' }],
    ['--stlye ink', { code: 'unknown-option', didYouMean: '--style' }],
    ['—secnds 6', { code: 'unknown-option', didYouMean: '--seconds' }],
    ['--chaos 5', { code: 'unknown-option', didYouMean: null }],
    ['--ar', { code: 'no-value', option: 'ar' }],
    ['—ar', { code: 'no-value', option: 'ar' }],
    ['--seconds --ar 9:16', { code: 'no-value', option: 'seconds' }],
    ['--ar potrait', { code: 'unreadable', option: 'ar', given: 'potrait', didYouMean: '--ar portrait' }],
    ['—ar potrait', { code: 'unreadable', option: 'ar', didYouMean: '--ar portrait' }],
    ['--ar 16:9:3', { code: 'unreadable', option: 'ar', given: '16:9:3' }],
    ['--ar 0:9', { code: 'out-of-range', option: 'ar', didYouMean: null }],
    [
      '--ar 100:1',
      { code: 'out-of-range', option: 'ar', didYouMean: '--ar 4:1', possible: { kind: 'shape', mostStretched: 4 } },
    ],
    ['--ar 1:100', { code: 'out-of-range', option: 'ar', didYouMean: '--ar 1:4' }],
    [
      '--seconds 90',
      { code: 'out-of-range', given: '90', didYouMean: '--seconds 60', possible: { kind: 'seconds', min: 1, max: 60 } },
    ],
    ['--seconds -5', { code: 'out-of-range', given: '-5', didYouMean: '--seconds 1' }],
    ['--seconds 0', { code: 'out-of-range', didYouMean: '--seconds 1' }],
    ['--seconds ten', { code: 'unreadable', option: 'seconds', given: 'ten' }],
    ['--seconds 6abc', { code: 'unreadable', option: 'seconds', given: '6abc' }],
    ['--res 4k', { code: 'out-of-range', option: 'resolution', didYouMean: '--resolution 1080p' }],
    ['--res 700', { code: 'out-of-range', option: 'resolution', didYouMean: '--resolution 720p' }],
    ['--res crisp', { code: 'unreadable', option: 'resolution' }],
    ['--seed 4294967296', { code: 'out-of-range', option: 'seed' }],
    ['--seed random', { code: 'unreadable', option: 'seed' }],
    ['--sound naration', { code: 'unreadable', option: 'sound', didYouMean: '--sound narration' }],
    ['--sound jazz', { code: 'unreadable', option: 'sound', didYouMean: null }],
    [`--style "${'x'.repeat(41)}"`, { code: 'out-of-range', option: 'style' }],
    ['--seconds 5 --seconds 6', { code: 'repeated', option: 'seconds', given: ['5', '6'] }],
    ['--portrait --ar 1:1', { code: 'repeated', option: 'ar' }],
  ])('%j is answered', (written, expected) => {
    expect(problemsOf(`@opencall ${boat} ${written}`)).toEqual([expect.objectContaining(expected)]);
  });

  it('are all told at once', () => {
    expect(problemsOf(`${boat} --secnds 6 --ar potrait --seed x`).map(({ code }) => code)).toEqual([
      'unknown-option',
      'unreadable',
      'unreadable',
    ]);
  });

  it('are told once each, and no more than anybody reads', () => {
    expect(problemsOf(`${boat} ${'--chaos '.repeat(50)}`)).toHaveLength(1);
    expect(problemsOf(`${boat} ${Array.from('abcefghijklmnop', (letter) => `--x${letter}x`).join(' ')}`)).toHaveLength(
      8,
    );
  });

  it('count graphemes, not code units', () => {
    expect(read('👨‍👩‍👧‍👦'.repeat(50))).toMatchObject({ outcome: 'read' });
    expect(problemsOf('👨‍👩‍👧‍👦'.repeat(51))).toEqual([{ code: 'prompt-too-long', length: 51, limit: 50 }]);
    expect(problemsOf(`e${'\u0301'.repeat(2000)}`)).toMatchObject([{ code: 'prompt-too-long' }]);
  });
});

describe('what only the platform understands', () => {
  it.each([
    ['a <:party_parrot:123456> dances', 'a :party_parrot: dances'],
    ['a cat https://t.co/abc123', 'a cat'],
    ['a cat <https://example.com/--ar> runs', 'a cat runs'],
    ['a [red cat](https://example.com) runs', 'a red cat runs'],
    ['a cat <@123> <#45> <@&6> <t:1700000000:R> runs', 'a cat runs'],
    ['a\u202e cat\u2066 runs\u0000', 'a cat runs'],
    ['one\r\n\r\n\r\n two\u2028three\tfour', 'one\ntwo\nthree four'],
    ['قطة\u061c سوداء', 'قطة سوداء'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
  ])('%j', (text, prompt) => {
    expect(read(text)).toEqual({ outcome: 'read', prompt, options: {} });
  });
});
