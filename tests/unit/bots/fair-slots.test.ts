import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairSlots } from '../../../src/bots/fair-slots.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('fair slots', () => {
  it('never hold more than they may, and do everything once, each group in its order', async () => {
    const some = fc.record({
      atOnce: fc.integer({ min: 1, max: 5 }),
      perGroup: fc.integer({ min: 1, max: 5 }),
      groups: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(some, async ({ atOnce, perGroup, groups }) => {
        const slots = createFairSlots({ atOnce, perGroup });
        const now = new Map<string, number>();
        const done = new Map<string, number[]>();
        await Promise.all(
          groups.map((group, index) =>
            slots.run(group, async () => {
              now.set(group, (now.get(group) ?? 0) + 1);
              expect(now.get(group)).toBeLessThanOrEqual(perGroup);
              expect([...now.values()].reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(atOnce);
              done.set(group, [...(done.get(group) ?? []), index]);
              await tick();
              now.set(group, (now.get(group) ?? 0) - 1);
            }),
          ),
        );
        for (const group of new Set(groups)) {
          const asked = groups.flatMap((each, index) => (each === group ? [index] : []));
          expect(done.get(group)).toEqual(asked);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('let a slow group keep no other waiting', async () => {
    const slots = createFairSlots({ atOnce: 3, perGroup: 2 });
    const stuck = Promise.withResolvers<void>();
    const slow = Array.from({ length: 10 }, () => slots.run('slow', () => stuck.promise));
    expect(await Promise.all(Array.from({ length: 10 }, (_, index) => slots.run('quick', async () => index)))).toEqual(
      Array.from({ length: 10 }, (_, index) => index),
    );
    stuck.resolve();
    await Promise.all(slow);
  });

  it('give a failure to who asked, and go on', async () => {
    const slots = createFairSlots({ atOnce: 1, perGroup: 1 });
    const failing = slots.run('a', async () => Promise.reject(new Error('no')));
    const next = slots.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('begin nothing once closed, and let what runs come to rest', async () => {
    const slots = createFairSlots({ atOnce: 1, perGroup: 1 });
    const gate = Promise.withResolvers<void>();
    const running = slots.run('a', () => gate.promise.then(() => 'done'));
    const waiting = slots.run('a', async () => 'never');
    slots.close();
    await expect(waiting).rejects.toMatchObject({ code: 'stopped', retryable: true });
    await expect(slots.run('b', async () => 'never')).rejects.toMatchObject({ code: 'stopped' });
    gate.resolve();
    expect(await running).toBe('done');
  });
});
