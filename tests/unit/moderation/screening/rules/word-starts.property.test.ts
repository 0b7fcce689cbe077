import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicRules } from '../../../../../src/moderation/screening/rules/arabic-rules.ts';
import { englishDeceitRules } from '../../../../../src/moderation/screening/rules/english-deceit-rules.ts';
import { englishHarmRules } from '../../../../../src/moderation/screening/rules/english-harm-rules.ts';
import { createSearch, createSieve } from '../../../../../src/moderation/screening/rules/whole-words.ts';
import { startsOfPattern, wordStarts } from '../../../../../src/moderation/screening/rules/word-starts.ts';

const patterns = [...englishHarmRules, ...englishDeceitRules, ...arabicRules].map(({ says }) => says);
const searchIn = createSearch(patterns);
const beginningLike = createSieve(patterns);
/** Texts of the patterns' own letters, so that many of them match. */
const pieces = [
  ...new Set(patterns.flatMap(({ source }) => source.match(/[a-z0-9'\p{Script=Arabic}]{2,}/gu) ?? [])),
  ...['s', 'ing', 'ed', 'ال', 'ها', ' ', '-', '. ', "'s ", 'é', 'x'],
];
const texts = fc.array(fc.constantFrom(...pieces, ' ', ' ', ' '), { maxLength: 12 }).map((parts) => parts.join(''));

describe('the letters with which a pattern begins', () => {
  it.each([
    ['bombs?', ['bomb']],
    ['(?:kill|gas)(?:s|ing)? (?:a|b)', ['kill', 'gas', 'gass', 'gasi']],
    ['(?:a )?bomb|c4', ['bomb', 'a', 'c4']],
    ['pok[eé]mon', ['poke', 'poké']],
    ['[يت]?قتل', ['قتل', 'يقتل', 'تقتل']],
    ['[a-z]bomb', null],
    ['murder(?! of crows)\\w*', ['murd']],
    ['ab+c', ['ab']],
    ['\\w+ bomb', null],
    ['x*y', ['y', 'x']],
    ['(?:the |all ){0,4}rats', ['rats', 'the', 'all']],
    ['(?:the |all ){1,4}rats', ['the', 'all']],
    ["(?<='s )painting", ['pain']],
  ])('of %j: %j', (source, starts) => {
    expect(startsOfPattern(source)).toEqual(starts);
  });

  it('lead to the same first match as the pattern itself', () => {
    const matched = new Set<RegExp>();
    fc.assert(
      fc.property(texts, (text) => {
        const find = searchIn(text);
        for (const pattern of patterns) {
          const [found, sought] = [find(pattern), pattern.exec(text)];
          expect([found?.[0], found?.index], `${pattern.source} in ${text}`).toEqual([sought?.[0], sought?.index]);
          if (found) matched.add(pattern);
        }
      }),
      { numRuns: 1000 },
    );
    expect(matched.size).toBeGreaterThan(5);
  });

  it('rule out most patterns of a usual text', () => {
    const words = wordStarts('a paper boat sails over the kitchen floor');
    const tried = new Set(words.flatMap(({ letters }) => beginningLike(letters)));
    expect(tried.size).toBeLessThan(patterns.length / 3);
  });
});
