import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curatorName } from '../../../../src/moderation/curation/curator-name.ts';

describe('a curator’s name', () => {
  it.each([
    ['Noor', 'Noor'],
    ['  Noor   al-Din ', 'Noor al-Din'],
    ['نور الدين', 'نور الدين'],
    ['क्षितिज', 'क्षितिज'],
    ["Seán O'Casey Jr.", "Seán O'Casey Jr."],
    ['小明', '小明'],
  ])('%s may be one', (given, name) => {
    expect(curatorName(given)).toBe(name);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['a member of Discord', '@noor'],
    ['a turned-round text', 'noor\u202enimda'],
    ['an unseen letter', 'no\u200bor'],
    ['a lone surrogate', '\ud800'],
    ['too long a one', 'x'.repeat(33)],
    ['a letter under a tower of marks', `x${'\u0301'.repeat(1000)}`],
    ['a page', '<b>noor</b>'],
  ])('%s may not', (_what, given) => {
    expect(curatorName(given)).toBeNull();
  });

  it('stays as it is when tidied again, and begins with no sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const name = curatorName(given);
        if (name === null) return;
        expect(curatorName(name)).toBe(name);
        expect(name).toMatch(/^[\p{L}\p{N}]/u);
      }),
    );
  });
});
