import { describe, expect, it } from 'vitest';
import { readRemix } from '../../../../src/bots/reading/index.ts';
import { remixOf } from '../../../../src/bots/remix-of.ts';
import { SITUATIONS } from '../../../samples/requests.ts';

describe('an answer to a clip', () => {
  it.each([
    ['the same, at night', { kind: 'changed', change: 'at night' }],
    ['Same but in watercolour!', { kind: 'changed', change: 'in watercolour' }],
    ['make the same clip: with two boats', { kind: 'changed', change: 'with two boats' }],
    ['this one, but slower', { kind: 'changed', change: 'slower' }],
    ['now at sunrise', { kind: 'changed', change: 'at sunrise' }],
    ['نفسه، لكن في الليل', { kind: 'changed', change: 'في الليل' }],
    ['لكن في الصحراء', { kind: 'changed', change: 'في الصحراء' }],
    ['Another one!', { kind: 'again' }],
    ['the same again', { kind: 'again' }],
    ['مرة أخرى', { kind: 'again' }],
    ['then it lands on the moon', { kind: 'next', what: 'it lands on the moon' }],
    ['What happens next?', { kind: 'next', what: '' }],
    ['ثم يغرق في البحر', { kind: 'next', what: 'يغرق في البحر' }],
    ['a fox in the snow', null],
    ['another fox in the snow', null],
    ['butter melts in a pan', null],
    ['nowhere to go', null],
    ['thence it came', null],
    ['', null],
  ])('%s', (words, remix) => {
    expect(readRemix(words)).toEqual(remix);
  });

  it('is made of the words and options of the clip, with the seed that keeps it the same', () => {
    const parent = SITUATIONS.delivered();
    const options = { aspect: { width: 9, height: 16 }, seconds: 6 };
    const changed = remixOf(parent, { prompt: 'the same, at night', options: { seconds: 8 } });
    expect(changed).toEqual({
      prompt: 'a paper boat sails down a rainy street, at night',
      options: { ...options, seconds: 8, seed: expect.any(Number) },
    });
    expect(remixOf(parent, { prompt: 'the same, by day', options: {} }).options.seed).toBe(changed.options.seed);
    expect(remixOf(parent, { prompt: 'again', options: {} })).toEqual({
      prompt: 'a paper boat sails down a rainy street',
      options,
    });
    expect(remixOf(parent, { prompt: 'then it sinks', options: {} })).toMatchObject({
      prompt: 'it sinks (a paper boat sails down a rainy street)',
      goesOn: true,
    });
  });

  it('is taken by its own words where there is no clip to be seen', () => {
    const asked = { prompt: 'the same, at night', options: {} };
    expect(remixOf(null, asked)).toEqual(asked);
    expect(remixOf(SITUATIONS['in-review'](), asked)).toEqual(asked);
    expect(remixOf(SITUATIONS.removed(), asked)).toEqual(asked);
  });
});
