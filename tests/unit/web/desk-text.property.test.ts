import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markEvidence } from '../../../src/web/app/desk/mark-evidence.ts';
import { wordDifference } from '../../../src/web/app/desk/word-difference.ts';

const words = fc.array(fc.constantFrom('a', 'red', 'boat', 'قارب', 'İstanbul', ' ', '\n', '“sword”', '舟'), {
  maxLength: 30,
});
const text = fc.oneof(
  words.map((each) => each.join(' ')),
  fc.string({ unit: 'grapheme' }),
);
const flags = fc.array(fc.record({ policy: fc.constantFrom('violence', 'hate'), evidence: text }), { maxLength: 4 });

describe('evidence', () => {
  it('is marked where it stands, in any case, and several policies at one place', () => {
    const marked = markEvidence('A Sword and a sword-fish', [
      { policy: 'violence', evidence: 'sword' },
      { policy: 'crime-weapons', evidence: '“a sword” (80 %): a weapon' },
    ]);
    expect(marked).toEqual([
      { text: 'A ', policies: ['crime-weapons'] },
      { text: 'Sword', policies: ['violence', 'crime-weapons'] },
      { text: ' and ', policies: [] },
      { text: 'a ', policies: ['crime-weapons'] },
      { text: 'sword', policies: ['violence', 'crime-weapons'] },
      { text: '-fish', policies: [] },
    ]);
    expect(markEvidence('قارب في المطر', [{ policy: 'hate', evidence: 'المطر' }]).at(-1)?.policies).toEqual(['hate']);
  });

  it('takes nothing from the text and adds nothing', () => {
    fc.assert(
      fc.property(text, flags, (whole, found) => {
        expect(
          markEvidence(whole, found)
            .map((part) => part.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});

describe('a difference', () => {
  it('is told by words', () => {
    expect(wordDifference('a red boat in rain', 'a calm boat in rain, at night')).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: 'red' },
      { kind: 'added', text: 'calm' },
      { kind: 'same', text: ' boat in ' },
      { kind: 'removed', text: 'rain' },
      { kind: 'added', text: 'rain, at night' },
    ]);
  });

  it('leads from the one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDifference(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});
