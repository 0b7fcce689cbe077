import { expect, it } from 'vitest';
import { createTurns } from '../../../src/requests/index.ts';

it('does what concerns the same one after the other, also after what failed, and keeps nobody else waiting', async () => {
  const { take, rest } = createTurns();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const failing = take('one', async () => {
    await first.promise;
    done.push('first');
    throw new Error('failed');
  });
  const second = take('one', async () => done.push('second'));
  await take('other', async () => done.push('other'));
  expect(done).toEqual(['other']);
  first.resolve();
  await expect(failing).rejects.toThrow('failed');
  await rest();
  expect(done).toEqual(['other', 'first', 'second']);
  expect(await second).toBe(3);
});
