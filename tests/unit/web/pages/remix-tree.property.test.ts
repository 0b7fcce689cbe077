import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeVersions, remixTree, type Version } from '../../../../src/web/pages/remix-tree.ts';
import { createSay } from '../../../../src/wording/say-page.ts';

/** Each made of none or of one before it, as families come. */
const families = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((picks) =>
  picks.map((pick, place): Version => {
    return { id: `v${place}`, parentId: place === 0 ? null : `v${pick % place}`, shown: null };
  }),
);

describe('the tree of remixes', () => {
  it('puts each version a column behind what it was made of, and no two in one place', () => {
    fc.assert(
      fc.property(families, (family) => {
        const placed = placeVersions(family);
        expect(placed.map(({ id }) => id).toSorted()).toEqual(family.map(({ id }) => id).toSorted());
        expect(new Set(placed.map(({ column, row }) => `${column} ${row}`)).size).toBe(family.length);
        const column = new Map(placed.map((each) => [each.id, each.column]));
        for (const each of placed) {
          expect(each.column).toBe(each.parentId === null ? 0 : (column.get(each.parentId) ?? Number.NaN) + 1);
        }
      }),
    );
  });

  it('shows versions whose first is not known as beginnings of their own', () => {
    const placed = placeVersions([{ id: 'a', parentId: 'unknown', shown: null }]);
    expect(placed).toMatchObject([{ id: 'a', column: 0, row: 0 }]);
  });

  it.each(['en', 'ar'] as const)('is made of links that say what they lead to, in the direction of %s', (language) => {
    const say = createSay(language);
    const clip = { caption: '<b>"a boat"</b> on a very long river' } as never;
    const versions: Version[] = [
      { id: 'one', parentId: null, shown: null },
      { id: 'two', parentId: 'one', shown: { clip, thumbnailUrl: '/clips/two/thumbnail.webp' } },
    ];
    const place = { language, say, publicUrl: null, path: '/clips/two', files: { styles: [], scripts: [] } };
    const { text } = remixTree(versions, 'two', place);
    expect(text).toContain(`aria-label="${say('versionGone')}"`);
    expect(text).toContain('<title>&lt;b&gt;&quot;a boat&quot;&lt;/b&gt; on a very long river</title>');
    expect(text).toContain('aria-current="page"');
    const [first = 0, second = 0] = [...text.matchAll(/<rect x="(\d+)"/g)].map(([, x]) => Number(x));
    expect(first < second).toBe(language === 'en');
  });
});
