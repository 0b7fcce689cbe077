import { expect, it } from 'vitest';
import { at, type StoreOf } from './store-samples.ts';

/** What is remembered of our dealings with X. */
export function xRecordsContract(open: StoreOf): void {
  it('add up what a day cost, by what it was for, however many spend at once', async () => {
    const { x } = open();
    const reads = Array.from({ length: 20 }, () =>
      x.addSpending('2026-11-25', { kind: 'own-read', count: 2, microDollars: 2000 }),
    );
    await Promise.all([...reads, x.addSpending('2026-11-25', { kind: 'reply', count: 1, microDollars: 10_000 })]);
    await x.addSpending('2026-11-26', { kind: 'reply', count: 1, microDollars: 10_000 });
    expect(await x.spendingOn('2026-11-25')).toEqual([
      { kind: 'own-read', count: 40, microDollars: 40_000 },
      { kind: 'reply', count: 1, microDollars: 10_000 },
    ]);
    expect(await x.spendingOn('2026-11-24')).toEqual([]);
  });

  it('keep the newest video of a post', async () => {
    const { x } = open();
    const key = 'c.kept-upload';
    expect(await x.findUpload(key)).toBeNull();
    await x.keepUpload(key, { mediaId: '1', sha256: 'one', until: at(1) });
    await x.keepUpload(key, { mediaId: '9007199254740993', sha256: 'two', until: at(2) });
    expect(await x.findUpload(key)).toEqual({ mediaId: '9007199254740993', sha256: 'two', until: at(2) });
  });

  it('keep the likes as they were last read', async () => {
    const { x } = open();
    await x.keepLikes([]);
    await x.keepLikes([
      { postId: '7', likes: 3, readAt: at(1) },
      { postId: '8', likes: 0, readAt: at(1) },
    ]);
    await x.keepLikes([{ postId: '7', likes: 2, readAt: at(2) }]);
    expect(await x.likesOf(['7', '8', '9'])).toEqual(
      new Map([
        ['7', 2],
        ['8', 0],
      ]),
    );
  });
}
