import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withCheckoutLock } from '../../../scripts/launch/checkout-lock.mjs';

let folder: string;
let lock: string;
/** Above every process id that Linux gives out. */
const deadPid = 2 ** 22 + 1;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-lock-'));
  lock = join(folder, 'launch.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('lets one in at a time, tells the others that they wait, and leaves nothing behind', async () => {
  let inside = 0;
  let most = 0;
  const onWait = vi.fn();
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withCheckoutLock(lock, onWait, work)));
  expect(most).toBe(1);
  expect(onWait).toHaveBeenCalledTimes(2);
  expect(await readdir(folder)).toEqual([]);
});

it('is free again after work that failed', async () => {
  const failing = withCheckoutLock(
    lock,
    () => {},
    () => Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect(
    await withCheckoutLock(
      lock,
      () => {},
      () => Promise.resolve('in'),
    ),
  ).toBe('in');
});

it('takes over from a process that is dead', async () => {
  await writeFile(lock, `${hostname()} left-behind ${deadPid}`);
  const onWait = vi.fn();
  expect(await withCheckoutLock(lock, onWait, () => Promise.resolve('in'))).toBe('in');
  expect(onWait).not.toHaveBeenCalled();
});

it('waits for the child that a dead process left at work', async () => {
  const child = spawn('sleep', ['60']);
  const ended = once(child, 'exit');
  await writeFile(lock, `${hostname()} left-behind ${deadPid} ${child.pid}`);
  const takeOver = withCheckoutLock(
    lock,
    () => child.kill('SIGKILL'),
    () => Promise.resolve(child.signalCode),
  );
  await ended;
  expect(await takeOver).toBe('SIGKILL');
});

it('takes over a lock that nobody touched for long, though its process id lives', async () => {
  await writeFile(lock, `${hostname()} of-another-life ${process.pid}`);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  expect(
    await withCheckoutLock(
      lock,
      () => {},
      () => Promise.resolve('in'),
    ),
  ).toBe('in');
});

it('lets only one of several take over', async () => {
  await writeFile(lock, `${hostname()} left-behind ${deadPid}`);
  let inside = 0;
  let most = 0;
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      withCheckoutLock(
        lock,
        () => {},
        async () => {
          inside += 1;
          most = Math.max(most, inside);
          await setImmediate();
          inside -= 1;
        },
      ),
    ),
  );
  expect(most).toBe(1);
});
