import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePrompts, readForComparison } from '../../../src/likeness/compare-prompts.ts';

const compare = (one: string, other: string) => comparePrompts(readForComparison(one), readForComparison(other));

describe('comparing prompts', () => {
  it.each([
    ['same', 'a mouse chased by a cat', 'a cat chasing a mouse'],
    ['same', 'please make a video of a bear drinking tea', 'a bear drinks tea'],
    ['same', 'a white horse in a green field', 'حصان أبيض في حقل أخضر'],
    ['same', '猫が海で踊る', '海で猫が踊る'],
    ['near', 'a fox in the snow', 'a red fox in the snow'],
    ['other', 'a cat chasing a dog', 'a dog chasing a cat'],
    ['other', 'a goat on a boat', 'a coat on a boat'],
    ['other', 'a train from paris to cairo', 'a train from cairo to paris'],
    ['other', 'two cats playing chess', 'three cats playing chess'],
    ['other', 'a street with people', 'a street without people'],
    ['other', 'a cat', ''],
  ])('calls %s: %s | %s', (likeness, one, other) => {
    expect(compare(one, other).likeness).toBe(likeness);
  });

  it('is the same both ways, and of itself the same, for any text', () => {
    const words = fc.array(fc.constantFrom(...'a cat dog red two on under by and , no chased قطة 🛶 x'.split(' ')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, fc.string({ unit: 'binary' }), (first, second, any) => {
        const [one, other] = [`${first.join(' ')} ${any}`, second.join(' ')];
        const [there, back] = [compare(one, other), compare(other, one)];
        expect(there.likeness).toBe(back.likeness);
        expect(there.score).toBeCloseTo(back.score, 9);
        if (readForComparison(one).length > 0) expect(compare(one, one)).toEqual({ likeness: 'same', score: 1 });
      }),
    );
  });

  it('takes no time to speak of for texts that are made to take it', () => {
    const long = Array.from({ length: 2000 }, (_, place) => `wor${place}d`).join(' ');
    const before = process.threadCpuUsage();
    compare(long, long.replaceAll('wor', 'wro'));
    // Of the processor, which others may have meanwhile.
    expect(process.threadCpuUsage(before).user).toBeLessThan(500_000);
  });
});
