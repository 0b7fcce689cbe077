import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FoundBy, GalleryStore } from '../../src/results/gallery-store.ts';
import { readSearch } from '../../src/results/search-words.ts';

/** What the gallery is searched by. */
export function galleryStoreContract(open: () => GalleryStore): void {
  let made = 0;
  const clip = (changes: Partial<FoundBy> = {}): FoundBy => ({
    requestId: randomUUID(),
    parentId: null,
    deliveredAt: new Date(Date.UTC(2026, 10, 26) + made++ * 1000).toISOString(),
    style: '',
    texts: [],
    ...changes,
  });
  const find = (words: string, style: string | null = null, limit = 10) =>
    open().find({ words: readSearch(words), style }, limit);

  it('finds clips by all of the words, in any script, the newest first', async () => {
    const [boat, cat, both] = [
      clip({ texts: ['قارب ورقي يبحر', 'سلمى'] }),
      clip({ texts: ['屋根の上の猫'] }),
      clip({ texts: ['A boat and a 猫', 'القارب'] }),
    ];
    await open().keep([boat, cat, both]);
    expect(await find('قارب')).toEqual([both.requestId, boat.requestId]);
    expect(await find('猫')).toEqual([both.requestId, cat.requestId]);
    expect(await find('猫 boat')).toEqual([both.requestId]);
    expect(await find('سلمي')).toEqual([boat.requestId]);
    expect(await find('boating')).toEqual([]);
    expect(await find('猫', null, 1)).toEqual([both.requestId]);
  });

  it('finds clips by style, however it was written, and tells which are asked for most', async () => {
    const styles = ['Wood-Cut', 'wood cut', 'gouache on slate', ''];
    const clips = styles.map((style) => clip({ style, texts: ['a lighthouse', style] }));
    await open().keep(clips);
    expect(await open().find({ words: null, style: 'WOOD CUT' }, 10)).toEqual([
      clips[1]?.requestId,
      clips[0]?.requestId,
    ]);
    expect(await find('lighthouse', 'gouache on slate')).toEqual([clips[2]?.requestId]);
    expect(await open().find({ words: null, style: '' }, 10)).toEqual([]);
    const most = await open().styles(10);
    expect(most.indexOf('wood cut')).toBeLessThan(most.indexOf('gouache on slate'));
    expect(most).not.toContain('Wood-Cut');
  });

  it('knows a clip anew when it is kept again', async () => {
    const before = clip({ texts: ['a zeppelin'] });
    await open().keep([before]);
    await open().keep([{ ...before, texts: ['a gondola'] }]);
    expect([await find('zeppelin'), await find('gondola')]).toEqual([[], [before.requestId]]);
  });

  it('keeps nothing of a hidden clip but its place among its relatives', async () => {
    const first = clip({ style: 'sgraffito', texts: ['an armadillo', 'sgraffito'] });
    const second = clip({ parentId: first.requestId });
    const [third, fourth] = [clip({ parentId: second.requestId }), clip({ parentId: first.requestId })];
    await open().keep([first, second, third, fourth]);
    await open().hide([second.requestId, first.requestId, 'nobody']);
    expect(await find('armadillo')).toEqual([]);
    expect(await open().find({ words: null, style: 'sgraffito' }, 10)).toEqual([]);
    const family = [
      { requestId: first.requestId, parentId: null, shown: false },
      { requestId: fourth.requestId, parentId: first.requestId, shown: true },
      { requestId: second.requestId, parentId: first.requestId, shown: false },
      { requestId: third.requestId, parentId: second.requestId, shown: true },
    ];
    expect(await open().family(third.requestId, 50)).toEqual(family);
    expect(await open().family(first.requestId, 2)).toEqual(family.slice(0, 2));
  });

  it('knows clips whose parent it does not know, and no family of strangers', async () => {
    const orphan = clip({ parentId: randomUUID() });
    await open().keep([orphan]);
    expect(await open().family(orphan.requestId, 50)).toEqual([
      { requestId: orphan.requestId, parentId: null, shown: true },
    ]);
    expect(await open().family('nobody', 50)).toEqual([]);
  });
}
