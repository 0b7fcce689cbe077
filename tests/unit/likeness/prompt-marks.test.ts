import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptMarks } from '../../../src/likeness/prompt-marks.ts';

const PROMPT = 'an old lighthouse keeper feeds the gulls at dawn while fog rolls in over the quiet harbour';
const shared = (one: string, other: string) => {
  const marks = new Set(promptMarks(one));
  return promptMarks(other).filter((mark) => marks.has(mark)).length;
};

describe('marks', () => {
  it('are a dozen numbers at most that fit an int4, the same each time, and at least one, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const marks = promptMarks(text);
        expect(marks.length).toBeGreaterThan(0);
        expect(marks.length).toBeLessThanOrEqual(12);
        expect(marks.every((mark) => Number.isInteger(mark) && Math.abs(mark) <= 2 ** 31)).toBe(true);
        expect(promptMarks(text)).toEqual(marks);
      }),
    );
  });

  it('do not change from version to version, since they are kept: if they must, see their docstring', () => {
    expect(promptMarks('a paper boat sails')).toMatchInlineSnapshot(`
      [
        855371270,
        1546606390,
        587083846,
        1002473061,
        -267408315,
      ]
    `);
  });

  it('are shared by prompts with a word changed, whichever, and hardly ever by others', () => {
    const words = PROMPT.split(' ');
    for (const place of words.keys()) {
      expect(shared(PROMPT, words.with(place, 'something').join(' ')), words[place]).toBeGreaterThan(0);
    }
    expect(shared(PROMPT, 'two foxes waltz on a frozen pond under paper lanterns in the snow')).toBe(0);
  });

  it.each([
    ['misspelt', 'a dragon sleeping on books', 'a dragn sleping on books'],
    ['another order', 'at dawn a boat sails', 'a boat sails at dawn'],
    ['another language', 'a camel in the desert', 'جمل في الصحراء'],
    ['a word more', 'a fox in the snow', 'a red fox in the snow'],
    ['no word that says anything', '🛶🚀', '🛶🚀!'],
    ['a script without blanks', '夜の海で踊る猫', '猫が夜の海で踊る'],
  ])('are shared by what is %s', (_, one, other) => {
    expect(shared(one, other)).toBeGreaterThan(0);
  });
});
