import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createOneByOne } from '../../../../src/bots/hearing/one-by-one.ts';

describe('what arrives in a rush', () => {
  it('is begun in its order, and lets other things happen in between', async () => {
    const oneByOne = createOneByOne();
    const begun: number[] = [];
    const all = Array.from({ length: 50 }, (_, index) => oneByOne(async () => begun.push(index)));
    const seen: number[] = [];
    while (begun.length < 50) {
      seen.push(begun.length);
      await turn();
    }
    await Promise.all(all);
    expect(begun).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(seen.length, 'turns of others meanwhile').toBeGreaterThan(20);
  });

  it('waits while very much is under way, and goes on when some of it is over, or failed', async () => {
    const oneByOne = createOneByOne();
    const open: PromiseWithResolvers<void>[] = [];
    const all = Array.from({ length: 500 }, () =>
      oneByOne(() => {
        const one = Promise.withResolvers<void>();
        open.push(one);
        return one.promise;
      }).catch(() => 'failed'),
    );
    const settle = async (count: number) => {
      while (open.length < count) await turn();
      for (let look = 0; look < 20; look += 1) await turn();
      expect(open).toHaveLength(count);
    };
    await settle(200);
    for (const one of open.slice(0, 100)) one.resolve();
    for (const one of open.slice(100, 200)) one.reject(new Error('no'));
    await settle(400);
    for (const one of open) one.resolve();
    while (open.length < 500) await turn();
    for (const one of open) one.resolve();
    expect((await Promise.all(all)).filter((each) => each === 'failed')).toHaveLength(100);
  });
});
