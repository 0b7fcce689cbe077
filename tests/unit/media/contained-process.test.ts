import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Containment, runContained } from '../../../src/media/contained-process.ts';
import type { Misdeed } from './contained/misbehave.task.ts';
import { NO_DISK, smallDisk } from './small-disk.ts';

const MODULE = new URL('./contained/misbehave.task.ts', import.meta.url);

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'open-call-contained-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function run(misdeed: Misdeed, limits: Partial<Containment> = {}) {
  const output = { paths: [], maxBytes: 1e9 };
  return runContained(MODULE, misdeed, { timeoutMs: 30_000, maxMemoryBytes: 400e6, output, ...limits });
}

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe('a contained process', () => {
  it('gives back what the task says, and its progress', async () => {
    const progress: number[] = [];
    const value = { text: 'قارب من ورق', list: [1, null, true] };
    expect(await run({ do: 'echo', value }, { onProgress: (share) => progress.push(share) })).toEqual(value);
    expect(progress).toEqual([0.5, 1]);
    expect(await run({ do: 'silence' })).toBeUndefined();
  });

  it('ends a loop that never yields', async () => {
    await expect(run({ do: 'loop' }, { timeoutMs: 700 })).rejects.toMatchObject({
      adapter: 'media',
      code: 'timeout',
      retryable: true,
    });
  });

  it('ends a task that waits for ever', async () => {
    await expect(run({ do: 'wait' }, { timeoutMs: 500 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it.each(['leap', 'grow', 'heap'] as const)('ends a task whose memory runs away: %s', async (kind) => {
    await expect(run({ do: kind })).rejects.toMatchObject({ code: 'out-of-memory', retryable: false });
  });

  it('ends a task that writes too much, at the limit', async () => {
    const path = join(directory, 'large');
    const output = { paths: [path], maxBytes: 1_000_000 };
    await expect(run({ do: 'write', path, bytes: 1e9 }, { output })).rejects.toMatchObject({
      code: 'too-large',
      retryable: false,
    });
  });

  it('says when the disk is full', async (test) => {
    const disk = smallDisk(directory, '512k') ?? test.skip(NO_DISK);
    try {
      const written = run({ do: 'write', path: join(disk.path, 'file'), bytes: 1e7 });
      await expect(written).rejects.toMatchObject({ code: 'disk-full', retryable: true });
    } finally {
      disk.unmount();
    }
  });

  it.each([
    [{ do: 'abort' }, 'crashed'],
    [{ do: 'exit' }, 'crashed'],
    [{ do: 'kill', signal: 'SIGSEGV' }, 'crashed'],
    [{ do: 'kill', signal: 'SIGKILL' }, 'killed'],
  ] satisfies [Misdeed, string][])('tells how it died: %j is %s', async (misdeed, code) => {
    await expect(run(misdeed)).rejects.toMatchObject({ code, retryable: code === 'killed' });
  });

  it('tells a bug from an answer that the task named', async () => {
    await expect(run({ do: 'throw' })).rejects.toMatchObject({ code: 'failed', message: 'a bug' });
    await expect(run({ do: 'refuse' })).rejects.toMatchObject({
      code: 'not-a-video',
      message: 'These are the bytes of a poem',
    });
  });

  it('stops at once when told to', async () => {
    const stop = new AbortController();
    const stopped = run({ do: 'wait' }, { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'aborted', retryable: true });
    await expect(run({ do: 'echo', value: 1 }, { signal: stop.signal })).rejects.toMatchObject({ code: 'aborted' });
  });

  it('names a module that is not there', async () => {
    const absent = runContained(
      new URL('./contained/absent.ts', import.meta.url),
      {},
      { timeoutMs: 5000, maxMemoryBytes: 4e8, output: { paths: [], maxBytes: 1 } },
    );
    await expect(absent).rejects.toMatchObject({ code: 'crashed', message: expect.stringContaining('absent.ts') });
  });

  it('sees none of our secrets', async () => {
    expect(await run({ do: 'environment' })).not.toContain('PATH');
  });

  it('ends when the process that asked for it is killed', async () => {
    const parent = spawn(process.execPath, [fileURLToPath(new URL('./contained/parent.ts', import.meta.url))]);
    const [told] = await once(parent.stdout, 'data');
    const pid = Number(String(told));
    expect(isGone(pid)).toBe(false);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isGone(pid)).toBe(true), { timeout: 10_000 });
  });

  it('is gone when the promise settles', async () => {
    const pid = (await run({ do: 'pid' })) as number;
    expect(isGone(pid)).toBe(true);
  });
});
