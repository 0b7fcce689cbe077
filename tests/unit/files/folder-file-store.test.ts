import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderFileStore } from '../../../src/files/folder-file-store.ts';
import { NO_DISK, smallDisk } from '../media/small-disk.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'open-call-files-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const everything = async () =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('the folder file store', () => {
  it('sweeps unfinished files that nobody works at any more, and leaves the rest', async () => {
    await mkdir(join(directory, 'tmp'));
    await writeFile(join(directory, 'tmp', 'dead.part'), 'x');
    await writeFile(join(directory, 'tmp', 'alive.part'), 'x');
    const now = new Date('2026-11-23T12:00:00Z');
    await utimes(join(directory, 'tmp', 'dead.part'), now, new Date('2026-11-23T10:59:00Z'));
    await utimes(join(directory, 'tmp', 'alive.part'), now, new Date('2026-11-23T11:30:00Z'));
    await createFolderFileStore({ directory, clock: () => now });
    expect(await readdir(join(directory, 'tmp'))).toEqual(['alive.part']);
  });

  it('finds again what an earlier process kept', async () => {
    const first = await createFolderFileStore({ directory });
    const stored = await first.putStream(Readable.from(['kept']), 'image/webp', 100);
    const second = await createFolderFileStore({ directory });
    expect(await second.stat(stored.sha256)).toEqual(stored);
  });

  it('leaves no unfinished file after a failure', async () => {
    const store = await createFolderFileStore({ directory });
    await expect(store.putStream(Readable.from(['far too long']), 'image/png', 3)).rejects.toMatchObject({
      code: 'too-large',
    });
    await expect(store.putFile(join(directory, 'not-there'), 'image/png')).rejects.toMatchObject({ code: 'not-found' });
    expect(await everything()).toEqual([]);
  });

  it('never takes a disk that cannot be read for an empty one', async () => {
    const store = await createFolderFileStore({ directory });
    const sha256 = 'ab'.repeat(32);
    await mkdir(join(directory, 'ab'));
    await writeFile(join(directory, 'ab', 'ab'), 'a file where a folder should be');
    await expect(store.stat(sha256)).rejects.toMatchObject({ name: 'AdapterError', code: 'enotdir' });
  });

  it('takes over a file from another disk', async (test) => {
    const disk = smallDisk(directory, '1m') ?? test.skip(NO_DISK);
    try {
      const store = await createFolderFileStore({ directory: join(directory, 'store') });
      await writeFile(join(disk.path, 'clip.mp4'), 'from afar');
      const stored = await store.putFile(join(disk.path, 'clip.mp4'), 'video/mp4');
      expect(await store.stat(stored.sha256)).toEqual(stored);
      expect(await readdir(disk.path)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });

  it('says that the disk is full, leaves nothing behind, and goes on once there is room', async (test) => {
    const disk = smallDisk(directory, '512k') ?? test.skip(NO_DISK);
    try {
      const store = await createFolderFileStore({ directory: disk.path });
      const kept = await store.putStream(Readable.from([Buffer.alloc(100_000, 1)]), 'video/mp4', 1e9);
      const tooMuch = () => store.putStream(Readable.from([Buffer.alloc(900_000, 2)]), 'video/mp4', 1e9);
      await expect(tooMuch()).rejects.toMatchObject({ name: 'AdapterError', code: 'disk-full', retryable: true });
      await writeFile(join(directory, 'large'), Buffer.alloc(900_000));
      await expect(store.putFile(join(directory, 'large'), 'video/mp4')).rejects.toMatchObject({ code: 'disk-full' });
      expect(await readdir(join(disk.path, 'tmp'))).toEqual([]);
      expect(await store.stat(kept.sha256)).toEqual(kept);
      expect(await store.putStream(Readable.from([Buffer.alloc(100_000, 3)]), 'video/mp4', 1e9)).toMatchObject({
        bytes: 100_000,
      });
    } finally {
      disk.unmount();
    }
  });
});
