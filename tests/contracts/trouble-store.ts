import { expect, it } from 'vitest';
import { NOW } from '../samples/requests.ts';
import { waitUntil } from '../services.ts';
import type { StoreOf } from './store-samples.ts';

export function troubleStoreContract(open: StoreOf): void {
  it('a trouble is written down once, until it is over', async () => {
    const { troubles } = open();
    let news = 0;
    const stop = troubles.onNews(() => {
      news += 1;
    });
    const closed = { platform: 'discord', kind: 'no-access', place: '7' } as const;
    const begun = { ...closed, placeName: '#clips', since: NOW };
    const [first, second] = await Promise.all([troubles.begin(begun), troubles.begin(begun)]);
    expect([first.fresh, second.fresh].sort()).toEqual([false, true]);
    expect(first.trouble).toEqual({ ...begun, told: false });
    await troubles.told(closed);
    const elsewhere = { ...begun, place: '8', since: '2020-01-01T00:00:00.000Z' };
    await troubles.begin(elsewhere);
    expect(await troubles.list()).toEqual([
      { ...elsewhere, told: false },
      { ...begun, told: true },
    ]);
    expect((await troubles.begin(begun)).trouble.told).toBe(true);
    await troubles.end(closed);
    await troubles.end(closed);
    expect((await troubles.begin(begun)).fresh).toBe(true);
    for (const each of [closed, elsewhere]) await troubles.end(each);
    expect(await troubles.list()).toEqual([]);
    await waitUntil(() => news > 0, 'news');
    stop();
  });
}
