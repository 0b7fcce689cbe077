import { expect, it } from 'vitest';
import { remember } from '../../../src/requests/index.ts';

it('looks once, whoever asks meanwhile, and again when it may have changed', async () => {
  let looks = 0;
  const { get, set, forget } = remember(async () => {
    looks += 1;
    return looks;
  });
  expect(await Promise.all([get(), get()])).toEqual([1, 1]);
  forget();
  expect(await get()).toBe(2);
  set(7);
  expect(await get()).toBe(7);
  expect(looks).toBe(2);
});

it('keeps no failure: who asks next looks again', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve('there')];
  const { get } = remember(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
  await expect(get()).rejects.toThrow('away');
  expect(await get()).toBe('there');
  expect(await get()).toBe('there');
});

it('lets a look that fails late not undo what is known by then', async () => {
  const late = Promise.withResolvers<string>();
  const { get, set } = remember(() => late.promise);
  const asked = get();
  set('known');
  late.reject(new Error('away'));
  await expect(asked).rejects.toThrow('away');
  expect(await get()).toBe('known');
});
