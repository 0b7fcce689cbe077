import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING_LIMITS, readRequest } from '../../../src/bots/reading/index.ts';
import { LOCALES, NOT_CHOSEN, type PromptRequest, REQUEST_STATES, type Verdict } from '../../../src/requests/index.ts';
import {
  dollars,
  fillIn,
  listOf,
  percent,
  policyText,
  say,
  sayFitChange,
  sayHowToAsk,
  sayMayNotAsk,
  sayProblems,
  sayStatus,
  sayWhy,
} from '../../../src/wording/index.ts';
import { createWriter } from '../../../src/wording/write-values.ts';

const isolated = (text: string) => `\u2068${text}\u2069`;

describe('filling in', () => {
  it('writes numbers as the language writes them', () => {
    expect(say('en', 'problem-prompt-too-long', { count: 1234, limit: 600 })).toBe(
      'Your prompt is 1,234 characters long; the most is 600.',
    );
    expect(fillIn('en', '{a}', { a: percent('en', 0.426) })).toBe('43%');
    expect(fillIn('en', '{a} {b}', { a: dollars('en', 0.024), b: dollars('en', 12) })).toBe('$0.024 $12.00');
  });

  it('counts in Arabic as Arabic counts', () => {
    const counted = (count: number) => say('ar', 'too-many-today', { count }).split('،')[0];
    expect([1, 2, 3, 10, 11, 99, 100, 102].map(counted)).toEqual([
      'لك مقطع واحد في اليوم',
      'لك مقطعان في اليوم',
      'لك 3 مقاطع في اليوم',
      'لك 10 مقاطع في اليوم',
      'لك 11 مقطعًا في اليوم',
      'لك 99 مقطعًا في اليوم',
      'لك 100 مقطع في اليوم',
      'لك 102 مقطع في اليوم',
    ]);
  });

  it('keeps a name in another script from rearranging the sentence', () => {
    expect(say('en', 'status-delivered', { name: '@Sam' })).toBe('Here is your clip, @Sam!');
    expect(say('en', 'status-delivered', { name: '@سامي' })).toBe(`Here is your clip, ${isolated('@سامي')}!`);
    expect(say('ar', 'status-delivered', { name: '@Sam' })).toBe(`إليك مقطعك يا ${isolated('@Sam')}!`);
    expect(say('ar', 'status-delivered', { name: '\u202eevil\u2069\u2066' })).toBe(
      `إليك مقطعك يا ${isolated('evil')}!`,
    );
  });

  it('never lets what is filled in reach beyond its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), fc.string({ unit: 'binary' }), (locale, name) => {
        const said = fillIn(locale, 'a {name} b {name} c', { name });
        const opened = said.match(/[\u2066-\u2068]/g)?.length ?? 0;
        expect(said.match(/\u2069/g)?.length ?? 0).toBe(opened);
        expect(said).not.toMatch(/[\u202a-\u202e]/);
        expect(fillIn(locale, '{name}', { name: '{other} `code`', other: 'x' })).toContain('{other} `code`');
      }),
    );
  });

  it('joins lists as the language does', () => {
    expect(listOf('en', ['360p', '720p', '1080p']).said).toBe('360p, 720p, or 1080p');
    expect(listOf('ar', ['أ', 'ب'], 'and').said).toBe(`${isolated('أ')} و${isolated('ب')}`);
  });
});

it('writes money from left to right among letters that run the other way', () => {
  expect(createWriter('ar').dollars(0.5)).toBe('\u2066US$0.50\u2069');
  expect(createWriter('en').smallDollars(0.005)).toBe('US$0.005');
});

describe('answers to what could not be read', () => {
  const answer = (locale: 'en' | 'ar', text: string) => {
    const reading = readRequest(text, { limits: DEFAULT_READING_LIMITS });
    return reading.outcome === 'problems' ? sayProblems(locale, reading.problems) : '';
  };

  it('name the problem, what is possible, what may have been meant, and how to ask', () => {
    expect(
      answer('en', 'a cat --secnds 6 --seconds 90 --ar potrait --sound --res 4k --seed x --style ""').split('\n'),
    ).toEqual([
      'There is no option --secnds. There are --ar, --seconds, --resolution, --style, --seed, and --sound. Did you mean --seconds?',
      '--seconds cannot be 90: it takes a length from 1 to 60 seconds. Did you mean --seconds 60?',
      '--ar cannot be read with “potrait”: it takes any shape from 1:4 to 4:1, such as 9:16. Did you mean --ar portrait?',
      '--sound needs a value: none, ambience, or narration.',
      '--resolution cannot be 4k: it takes 360p, 480p, 720p, or 1080p. Did you mean --resolution 1080p?',
      '--seed cannot be read with “x”: it takes a whole number from 0 to 2,147,483,647.',
      '--style cannot be read with “”: it takes a few words, 40 characters at most.',
      'Please ask again with that changed, for example:',
      '@opencall a paper boat sails down a rainy street --ar 9:16 --seconds 6',
    ]);
  });

  it('can be acted on: the example reads as a request', () => {
    for (const locale of LOCALES) {
      const example = sayHowToAsk(locale).split('\n').at(-1) ?? '';
      expect(readRequest(example, { limits: DEFAULT_READING_LIMITS })).toMatchObject({
        outcome: 'read',
        options: { aspect: { width: 9, height: 16 }, seconds: 6 },
      });
    }
  });

  it('are whole sentences in Arabic too', () => {
    const said = answer('ar', 'قطة --secnds 6 --seconds 90 --ar potrait --seconds 5 --seconds 6');
    expect(said).toContain('لا يوجد خيار باسم');
    expect(said).toContain('هل تقصد');
    expect(said).not.toMatch(/[{}`]/);
  });

  it('tell why a member may not ask now', () => {
    expect(sayMayNotAsk('en', { allowed: false, why: 'too-many-today', limit: 1 })).toBe(
      'You may ask for 1 clip a day, and have. Please come back tomorrow.',
    );
    expect(sayMayNotAsk('en', { allowed: false, why: 'closed', at: '2026-11-23T08:15:00.000Z' })).toMatch(
      /^This call closed on November 23, 2026.*UTC\./,
    );
    expect(sayMayNotAsk('ar', { allowed: false, why: 'not-open-yet', at: '2026-11-23T08:15:00.000Z' })).toContain(
      '2026',
    );
  });

  it('tell what was adapted to the engine', () => {
    expect(sayFitChange('en', { option: 'seconds', asked: 60, given: 12 })).toBe(
      'The length is 12 s instead of 60 s: the nearest that the engine makes.',
    );
    expect(sayFitChange('ar', { option: 'sound', asked: 'narration', given: 'none' })).toContain('«بلا صوت»');
  });
});

describe('how a request stands', () => {
  const refused: Verdict = {
    outcome: 'refuse',
    findings: [
      { policy: 'spam', outcome: 'review', evidence: 'x', source: 'rules@1' },
      { policy: 'sexual', outcome: 'refuse', evidence: 'x', source: 'rules@1' },
    ],
    screenedBy: ['rules@1'],
  };
  /** As much of a request as its status is said from. */
  const requestIn = (state: PromptRequest['state'], rest: object = {}) =>
    ({
      state,
      requester: { platform: 'room', id: '1', name: 'Sam' },
      verdict: refused,
      clipVerdict: refused,
      decline: { curator: 'c', at: '', reason: 'too-similar', note: null },
      hold: { kind: 'held', curator: 'c', at: '', note: null, until: null },
      shots: [],
      ...rest,
    }) as unknown as PromptRequest;

  it.each(REQUEST_STATES)('is said for %s in each language', (state) => {
    for (const locale of LOCALES) {
      const said = sayStatus(locale, requestIn(state), 2);
      expect(said.length).toBeGreaterThan(10);
      expect(said).not.toMatch(/[{}`]|undefined/);
      expect(said.length).toBeLessThanOrEqual(200);
    }
  });

  it('names the place in line, counted from one', () => {
    expect(sayStatus('en', requestIn('approved'), 0)).toBe('Approved! Your clip is next.');
    expect(sayStatus('en', requestIn('approved'), 2)).toBe('Approved! You are number 3 in line.');
    expect(sayStatus('en', requestIn('approved'), null)).toBe('Approved! Your clip will be made soon.');
  });

  it('tells the progress of all shots together', () => {
    const order = { seconds: 5 };
    const shots = [
      { order, state: 'downloaded' },
      { order, state: 'running', progress: 0.5 },
    ];
    expect(sayStatus('en', requestIn('generating', { shots }))).toBe('Your clip is being made: 75%, shot 2 of 2.');
    expect(sayStatus('en', requestIn('generating', { shots: [{ order, state: 'uncertain' }] }))).toContain('on hold');
  });

  it('gives the reason that decided, in a sentence', () => {
    expect(sayStatus('en', requestIn('refused'))).toBe(
      'Sorry, this cannot be made here. Sexual content and nudity are not made here.',
    );
    expect(sayWhy('ar', refused)).toBe(policyText('ar', 'sexual').sentence);
    expect(sayWhy('en', { outcome: 'allow', findings: [], screenedBy: ['rules@1'] })).toBe(
      'Nothing speaks against it.',
    );
    expect(policyText('en', 'constructor').title).toBe('Other');
    expect(sayStatus('en', requestIn('declined', { decline: { reason: 'gone', note: 'Lovely, but late.' } }))).toBe(
      'A curator decided against this one. It was not chosen this time. The curator wrote: Lovely, but late.',
    );
  });

  it('thanks whoever was not chosen while their call went on, and offers no appeal against nobody’s decision', () => {
    const passedOver = requestIn('declined', { decline: { curator: null, at: '', reason: NOT_CHOSEN, note: null } });
    const said = sayStatus('en', passedOver, null, { appeals: true });
    expect(said).toBe(
      'This call has ended, and yours was not among those chosen this time. Thank you for your idea; you are welcome in the next call.',
    );
    expect(sayStatus('ar', passedOver, null, { appeals: true })).toMatch(/^انتهت هذه الدعوة/);
  });
});
