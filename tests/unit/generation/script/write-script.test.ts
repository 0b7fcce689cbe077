import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beatsOf } from '../../../../src/generation/script/beats-of.ts';
import { shotText } from '../../../../src/generation/script/shot-text.ts';
import { writeScript } from '../../../../src/generation/script/write-script.ts';

const write = (prompt: string, ...lengths: number[]) => writeScript({ prompt, options: {} }, lengths);
const told = (prompt: string, ...lengths: number[]) => {
  const script = write(prompt, ...lengths);
  return script.map((shot, index) => shotText(shot, { index, count: script.length }, { prompt, style: null }));
};

describe('a script that is read from a prompt', () => {
  it.each([
    'A red fox runs through a snowy forest at night',
    'A boat sailing leisurely along the Seine River with the Eiffel Tower in background, tilt down',
    'A couple in formal evening wear, caught in a heavy downpour with umbrellas. Then a dog’s bark!',
    'قارب ورقي يبحر في شارع ممطر',
  ])('tells a single shot the prompt as it stands, and nothing besides: %s', (prompt) => {
    expect(told(prompt, 5)).toEqual([{ prompt }]);
  });

  it('notes who, where and in which light, and holds them from shot to shot', () => {
    const script = write(
      'A fox wakes up in a snowy forest at night. It runs down a hill. It leaps over the river.',
      8,
      8,
      8,
    );
    expect(script.map(({ action }) => action)).toEqual([
      'A fox wakes up in a snowy forest at night.',
      'It runs down a hill.',
      'It leaps over the river.',
    ]);
    expect(new Set(script.map(({ subject, setting, light }) => `${subject}|${setting}|${light}`)).size).toBe(1);
    expect(script[0]).toMatchObject({ setting: 'forest', light: 'night, snowy', seconds: 8, begins: 'cut' });
    expect(script.map(({ begins }) => begins)).toEqual(['cut', 'continues', 'continues']);
    const texts = told('A fox wakes up in a snowy forest at night. It runs down a hill.', 8, 8);
    expect(texts[1]?.prompt).toMatch(/^It runs down a hill\. – fox.*forest$/);
    expect(texts[1]?.direction).toMatch(
      /^Shot 2 of 2, going on from the picture without a cut\. Camera: .*Light: night/,
    );
  });

  it('leads the camera only where the prompt does not', () => {
    expect(write('a slow pan left over the harbour', 8, 8).map(({ camera }) => camera)).toEqual(['', '']);
    expect(new Set(write('a boat in the harbour', 8, 8, 8).map(({ camera }) => camera)).size).toBe(3);
  });

  it('one thing that happens goes on over all shots', () => {
    expect(write('a paper boat sails', 8, 8).map(({ action }) => action)).toEqual([
      'a paper boat sails',
      'a paper boat sails',
    ]);
  });

  it('finds what happens one after another, in Arabic too', () => {
    expect(beatsOf('قارب ورقي يبحر في المطر ثم يغرق في البحر الأزرق')).toEqual([
      'قارب ورقي يبحر في المطر',
      'يغرق في البحر الأزرق',
    ]);
    expect(beatsOf('a cat sleeps on a mat, then it jumps out of the window. Wow!')).toEqual([
      'a cat sleeps on a mat',
      'it jumps out of the window. Wow!',
    ]);
  });

  it('loses no word of any prompt, whatever its lengths', () => {
    const words = fc.array(fc.constantFrom('fox', 'river.', 'runs', 'then', 'snow,', 'بحر', '؟', '雨'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 9 }), (list, count) => {
        const prompt = list.join(' ');
        const script = writeScript(
          { prompt, options: {} },
          Array.from({ length: count }, () => 8),
        );
        const all = script.map(({ action }) => action).join(' ');
        expect(script).toHaveLength(count);
        for (const word of list) if (word !== 'then') expect(all).toContain(word.replace(/,$/, ''));
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 8 }), (prompt, count) => {
        expect(told(prompt, ...Array.from({ length: count }, () => 5))).toHaveLength(count);
      }),
    );
  });
});
