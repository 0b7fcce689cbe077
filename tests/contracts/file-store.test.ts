import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolderFileStore } from '../../src/files/folder-file-store.ts';
import { pruneFolder } from '../../src/files/prune-folder.ts';
import { createS3FileStore } from '../../src/files/s3-file-store.ts';
import { startS3 } from '../simulators/s3/s3-simulator.ts';
import { fileStoreContract } from './file-store.ts';

fileStoreContract('folder', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-files-'));
  const store = await createFolderFileStore({ directory });
  return {
    store,
    age: async (sha256, putAt) => utimes(await store.localPath({ sha256 }), putAt, putAt),
    dispose: () => rm(directory, { recursive: true, force: true }),
  };
});

const s3 = await startS3();
afterAll(() => s3.close());

async function makeStore({ accessKeyId = 'key', endpoint = s3.url, silentAtMostMs = 5000 } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-near-'));
  const settings = { bucket: 'clips', prefix: 'a/', region: 'auto', endpoint };
  const near = { store: await createFolderFileStore({ directory }), directory, maxBytes: 1e9 };
  return {
    store: createS3FileStore({ ...settings, accessKeyId, secretAccessKey: 'secret' }, near, silentAtMostMs),
    dispose: () => rm(directory, { recursive: true, force: true }),
  };
}

fileStoreContract('s3', async () => {
  s3.objects.clear();
  const age = async (sha256: string, putAt: Date) => {
    for (const [key, object] of s3.objects) if (key.endsWith(sha256)) object.modifiedAt = putAt;
  };
  return { ...(await makeStore()), age };
});

describe('a file store on S3', () => {
  it('is told the same by every machine, and fetches what only another has had', async () => {
    const [one, other] = await Promise.all([makeStore(), makeStore()]);
    const stored = await one.store.putStream(Readable.from(['a clip']), 'video/mp4', 100);
    expect(await readFile(await other.store.localPath(stored), 'utf8')).toBe('a clip');
    expect(await readFile(await other.store.localPath(stored), 'utf8')).toBe('a clip');
    await one.store.remove(stored);
    expect(await other.store.stat(stored.sha256)).toBeNull();
    // A copy that lies near is no file any more.
    await expect(other.store.localPath(stored)).rejects.toMatchObject({ code: 'not-found' });
    await Promise.all([one.dispose(), other.dispose()]);
  });

  it('says who failed, and whether to try again', async () => {
    const { store, dispose } = await makeStore({ accessKeyId: 'wrong' });
    const denied = store.putStream(Readable.from(['a clip']), 'video/mp4', 100);
    await expect(denied).rejects.toMatchObject({ adapter: 's3', code: 'http-403', retryable: false });
    await dispose();
  });

  it('waits for no service that says nothing', async () => {
    const silent = createServer(() => {});
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { store, dispose } = await makeStore({ endpoint, silentAtMostMs: 50 });
    await expect(store.stat('a'.repeat(64))).rejects.toMatchObject({ code: 'connection-lost', retryable: true });
    silent.closeAllConnections();
    silent.close();
    await dispose();
  });

  it('lets the copies that were used longest ago go, and none that may be in use', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'open-call-prune-'));
    const now = new Date();
    for (const [name, hoursAgo] of [
      ['old', 5],
      ['older', 9],
      ['new', 0],
    ] as const) {
      const path = join(directory, name);
      await writeFile(path, Buffer.alloc(100));
      const used = new Date(now.getTime() - hoursAgo * 3_600_000);
      await utimes(path, used, used);
    }
    await pruneFolder(directory, 250, now);
    expect((await readdir(directory)).sort()).toEqual(['new', 'old']);
    await pruneFolder(directory, 0, now);
    expect(await readdir(directory)).toEqual(['new']);
    await rm(directory, { recursive: true, force: true });
  });
});
