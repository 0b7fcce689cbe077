import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishDeceitRules } from '../../../../../src/moderation/screening/rules/english-deceit-rules.ts';
import { englishHarmRules } from '../../../../../src/moderation/screening/rules/english-harm-rules.ts';
import { createSieve } from '../../../../../src/moderation/screening/rules/whole-words.ts';
import { startsOfPattern, wordStarts } from '../../../../../src/moderation/screening/rules/word-starts.ts';

const patterns = [...englishHarmRules, ...englishDeceitRules].map(({ says }) => says);
const mayMatch = createSieve(patterns, (pattern) => pattern);
/** Texts of the patterns' own letters, so that many of them match. */
const pieces = [
  ...new Set(patterns.flatMap(({ source }) => source.match(/[a-z0-9']{2,}/g) ?? [])),
  ...['s', 'ing', 'ed', ' ', '-', '. ', "'s ", 'é', 'x'],
];
const texts = fc.array(fc.constantFrom(...pieces, ' ', ' ', ' '), { maxLength: 12 }).map((parts) => parts.join(''));

describe('the letters with which a pattern begins', () => {
  it.each([
    ['bombs?', ['bomb']],
    ['(?:kill|gas)(?:s|ing)? (?:a|b)', ['kill', 'gas', 'gass', 'gasi']],
    ['(?:a )?bomb|c4', ['bomb', 'a', 'c4']],
    ['pok[eé]mon', ['pok']],
    ['murder(?! of crows)\\w*', ['murd']],
    ['ab+c', ['ab']],
    ['\\w+ bomb', null],
    ['x*y', null],
    ['(?:the |all ){0,4}rats', null],
  ])('of %j: %j', (source, starts) => {
    expect(startsOfPattern(source)).toEqual(starts);
  });

  it('rule out no text that it matches', () => {
    const matched = new Set<RegExp>();
    fc.assert(
      fc.property(texts, (text) => {
        const possible = mayMatch(wordStarts(text));
        for (const pattern of patterns) {
          if (!pattern.test(text)) continue;
          matched.add(pattern);
          expect(possible.has(pattern), `${pattern.source} in ${text}`).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
    expect(matched.size).toBeGreaterThan(5);
  });

  it('rule out most patterns of a usual text', () => {
    const starts = wordStarts('a paper boat sails over the kitchen floor');
    expect(mayMatch(starts).size).toBeLessThan(patterns.length / 3);
  });
});
