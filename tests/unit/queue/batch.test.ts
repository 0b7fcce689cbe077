import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../src/queue/batch.ts';

describe('createBatch', () => {
  it('sends what comes in one turn in one call, and what comes meanwhile in the next', async () => {
    const calls: number[][] = [];
    let release: () => void = () => {};
    const ask = createBatch(async (items: readonly number[]) => {
      calls.push([...items]);
      if (calls.length === 1) await new Promise<void>((resolve) => (release = resolve));
      return items.map((item) => item * 10);
    }, 100);
    const first = Promise.all([ask(1), ask(2)]);
    await new Promise((resolve) => setImmediate(resolve));
    const second = Promise.all([ask(3), ask(4), ask(5)]);
    release();
    expect(await first).toEqual([10, 20]);
    expect(await second).toEqual([30, 40, 50]);
    expect(calls).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('gives each item its own answer, in batches no larger than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), async (items, maxSize) => {
        const ask = createBatch(async (batch: readonly number[]) => {
          expect(batch.length).toBeLessThanOrEqual(maxSize);
          return batch.map((item) => `answer to ${item}`);
        }, maxSize);
        expect(await Promise.all(items.map(ask))).toEqual(items.map((item) => `answer to ${item}`));
      }),
    );
  });

  it('never sends items with a key in common together, nor out of their order', async () => {
    const item = fc.record({ key: fc.constantFrom('a', 'b', 'c'), other: fc.constantFrom('d', 'e', 'f') });
    await fc.assert(
      fc.asyncProperty(fc.array(item), fc.integer({ min: 1, max: 5 }), async (items, maxSize) => {
        const sent: { key: string; other: string; number: number }[] = [];
        const ask = createBatch(
          async (batch: readonly { key: string; other: string; number: number }[]) => {
            const keys = batch.flatMap(({ key, other }) => [key, other]);
            expect(new Set(keys).size).toBe(keys.length);
            expect(batch.length).toBeLessThanOrEqual(maxSize);
            sent.push(...batch);
            return batch.map(({ number }) => number);
          },
          maxSize,
          ({ key, other }) => [key, other],
        );
        const numbered = items.map((each, number) => ({ ...each, number }));
        expect(await Promise.all(numbered.map(ask))).toEqual(numbered.map(({ number }) => number));
        for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
          const order = sent.filter((each) => each.key === key || each.other === key).map(({ number }) => number);
          expect(order).toEqual(order.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it('rejects the items of a failed call only, and goes on', async () => {
    const ask = createBatch(async (items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('the call failed');
      return items;
    }, 1);
    const outcomes = await Promise.allSettled(['good', 'bad', 'fine'].map(ask));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('rejects when the answers do not match the items', async () => {
    const ask = createBatch(async () => [], 10);
    await expect(ask('item')).rejects.toThrow('1 items got 0 answers');
  });
});
