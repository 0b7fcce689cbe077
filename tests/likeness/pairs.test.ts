import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparePrompts, type Likeness, readForComparison } from '../../src/likeness/compare-prompts.ts';
import { promptKey } from '../../src/likeness/normal-prompt.ts';
import { promptMarks } from '../../src/likeness/prompt-marks.ts';

interface Pair {
  mark: Likeness;
  kind: string;
  languages: 'en' | 'ar' | 'en-ar';
  one: string;
  other: string;
}

const pairs = readFileSync(new URL('pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Pair => JSON.parse(line));
const likenessOf = ({ one, other }: Pair) => comparePrompts(readForComparison(one), readForComparison(other)).likeness;
const judged = pairs.map((pair) => ({ ...pair, said: likenessOf(pair) }));
const share = (of: readonly unknown[], all: readonly unknown[]) => of.length / all.length;

describe('pairs of prompts that were marked by hand', () => {
  it('are as many and of as many kinds as their readme says', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect(new Set(pairs.map(({ kind }) => kind)).size).toBeGreaterThan(12);
    expect(new Set(pairs.map(({ one, other }) => `${one}\n${other}`)).size).toBe(pairs.length);
  });

  const floors = [
    ['all', ['en', 'ar', 'en-ar'], { precision: 0.97, recall: 0.95 }],
    ['English', ['en'], { precision: 0.97, recall: 0.95 }],
    ['Arabic', ['ar'], { precision: 0.97, recall: 0.95 }],
    ['across both', ['en-ar'], { precision: 0.97, recall: 0.95 }],
  ] as const;

  it.each(floors)(
    'are taken for one idea where they are, and for two where they are two: %s',
    (_, languages, floor) => {
      const part = judged.filter((pair) => languages.some((each) => each === pair.languages));
      const found = part.filter(({ said }) => said !== 'other');
      const there = part.filter(({ mark }) => mark !== 'other');
      const right = found.filter(({ mark }) => mark !== 'other');
      expect(share(right, found)).toBeGreaterThanOrEqual(floor.precision);
      expect(share(right, there)).toBeGreaterThanOrEqual(floor.recall);
    },
  );

  it('are never folded by themselves where they are two ideas', () => {
    const others = judged.filter(({ mark }) => mark === 'other');
    expect(others.filter(({ said }) => said === 'same')).toEqual([]);
    expect(others.filter(({ one, other }) => promptKey(one) === promptKey(other))).toEqual([]);
  });

  it('are folded by themselves where they are the same in other words, nine times of ten', () => {
    const same = judged.filter(({ mark }) => mark === 'same');
    expect(
      share(
        same.filter(({ said }) => said === 'same'),
        same,
      ),
    ).toBeGreaterThanOrEqual(0.88);
    const said = judged.filter((pair) => pair.said === 'same');
    expect(
      share(
        said.filter(({ mark }) => mark === 'same'),
        said,
      ),
    ).toBeGreaterThanOrEqual(0.93);
  });

  it('are compared the same both ways', () => {
    for (const pair of pairs) expect(likenessOf({ ...pair, one: pair.other, other: pair.one })).toBe(likenessOf(pair));
  });

  it('share a mark, by which they are looked up, where they are one idea', () => {
    const there = judged.filter(({ mark }) => mark !== 'other');
    const shared = there.filter(({ one, other }) => {
      const marks = new Set(promptMarks(one));
      return promptMarks(other).some((mark) => marks.has(mark));
    });
    expect(share(shared, there)).toBeGreaterThanOrEqual(0.98);
  });
});
