import { createHash, randomBytes } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileStore, KeptFile } from '../../src/files/file-store.ts';

export interface FileStoreUnderTest {
  store: FileStore;
  /** Makes a kept file as old as that. */
  age(sha256: string, putAt: Date): Promise<void>;
  dispose(): Promise<void>;
}

/** In whole seconds, as HTTP has moments. */
const LONG_AGO = new Date('2026-01-02T03:04:05Z');

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What every file store must do. `makeStore` gives an empty one. */
export function fileStoreContract(name: string, makeStore: () => Promise<FileStoreUnderTest>): void {
  describe(`file store: ${name}`, () => {
    let made: FileStoreUnderTest;
    let store: FileStore;
    beforeEach(async () => {
      made = await makeStore();
      store = made.store;
    });
    afterEach(() => made.dispose());

    const put = (bytes: Buffer, type = 'video/mp4') => store.putStream(Readable.from([bytes]), type, 1e9);

    it('keeps a stream under the hash of its bytes', async () => {
      const bytes = randomBytes(300_000);
      const stored = await put(bytes);
      expect(stored).toEqual({ sha256: sha256(bytes), bytes: bytes.length, type: 'video/mp4' });
      expect(await buffer(await store.read(stored))).toEqual(bytes);
      expect(await store.stat(stored.sha256)).toEqual(stored);
      expect(await readFile(await store.localPath(stored))).toEqual(bytes);
    });

    it('lets go of a file, and of none', async () => {
      const [gone, kept] = [await put(randomBytes(1000)), await put(randomBytes(1000))];
      await store.remove(gone);
      await store.remove(gone);
      expect(await store.stat(gone.sha256)).toBeNull();
      await expect(store.read(gone)).rejects.toMatchObject({ code: 'not-found' });
      expect(await store.stat(kept.sha256)).toEqual(kept);
    });

    it('lists all it keeps, with how large and since when', async () => {
      const stored = [await put(randomBytes(10)), await put(randomBytes(20)), await put(randomBytes(30))];
      await made.age(stored[0]?.sha256 ?? '', LONG_AGO);
      await store.temporaryPath('.unfinished').then((path) => writeFile(path, 'half'));
      const listed = new Map<string, KeptFile>();
      for await (const file of store.list()) listed.set(file.sha256, file);
      expect([...listed.keys()].sort()).toEqual(stored.map((file) => file.sha256).sort());
      for (const file of stored) expect(listed.get(file.sha256)?.bytes).toBe(file.bytes);
      expect(listed.get(stored[0]?.sha256 ?? '')?.putAt).toEqual(LONG_AGO);
      expect(listed.get(stored[1]?.sha256 ?? '')?.putAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    });

    it('lists nothing where nothing is kept', async () => {
      for await (const file of store.list()) expect(file).toBeUndefined();
    });

    it('lets go of what is older only, and counts what is put again as new', async () => {
      const bytes = randomBytes(1000);
      const [again, old, fresh] = [await put(bytes), await put(randomBytes(1000)), await put(randomBytes(1000))];
      for (const { sha256: name } of [again, old]) await made.age(name, LONG_AGO);
      await put(bytes);
      const dayAgo = new Date(Date.now() - 86_400_000);
      expect(await store.removeOlder(old, dayAgo)).toBe(true);
      expect(await store.removeOlder(old, dayAgo)).toBe(false);
      expect(await store.removeOlder(again, dayAgo)).toBe(false);
      expect(await store.removeOlder(fresh, dayAgo)).toBe(false);
      expect(await store.removeOlder({ sha256: '../../etc' }, new Date())).toBe(false);
      expect(await store.stat(old.sha256)).toBeNull();
      for (const kept of [again, fresh]) expect(await store.stat(kept.sha256)).toEqual(kept);
      expect(await buffer(await store.read(again))).toEqual(bytes);
    });

    it('keeps an empty file', async () => {
      const stored = await store.putStream(Readable.from([]), 'text/plain', 10);
      expect(stored).toEqual({ sha256: sha256(Buffer.alloc(0)), bytes: 0, type: 'text/plain' });
      expect(await buffer(await store.read(stored))).toHaveLength(0);
    });

    it('takes over a file, which is then no longer where it was', async () => {
      const path = await store.temporaryPath('.mp4');
      expect(path.endsWith('.mp4')).toBe(true);
      await writeFile(path, 'a clip');
      const stored = await store.putFile(path, 'video/mp4');
      expect(stored).toEqual({ sha256: sha256(Buffer.from('a clip')), bytes: 6, type: 'video/mp4' });
      await expect(access(path)).rejects.toThrow();
      expect((await buffer(await store.read(stored))).toString()).toBe('a clip');
    });

    it('keeps a file of its own that it is asked to take over', async () => {
      const stored = await put(Buffer.from('already kept'));
      expect(await store.putFile(await store.localPath(stored), 'video/mp4')).toEqual(stored);
      expect((await buffer(await store.read(stored))).toString()).toBe('already kept');
    });

    it('keeps the same bytes once, under the type they came with first', async () => {
      const first = await put(Buffer.from('same'), 'image/png');
      expect(await put(Buffer.from('same'), 'image/webp')).toEqual(first);
      const path = await store.temporaryPath('');
      await writeFile(path, 'same');
      expect(await store.putFile(path, 'image/png')).toEqual(first);
      await expect(access(path)).rejects.toThrow();
    });

    it('keeps the same bytes once when they come many times at once', async () => {
      const bytes = randomBytes(50_000);
      const stored = await Promise.all(Array.from({ length: 12 }, () => put(bytes)));
      expect(new Set(stored.map((file) => file.sha256)).size).toBe(1);
      expect(await buffer(await store.read({ sha256: sha256(bytes) }))).toEqual(bytes);
    });

    it('remembers any media type', async () => {
      for (const type of ['image/svg+xml', 'text/plain; charset=utf-8', 'application/x-ndjson', 'image/jpeg']) {
        const { sha256: name } = await put(Buffer.from(type), type);
        expect(await store.stat(name)).toMatchObject({ type });
      }
    });

    it('reads a part, both ends included', async () => {
      const stored = await put(Buffer.from('0123456789'));
      expect((await buffer(await store.read(stored, { start: 2, end: 5 }))).toString()).toBe('2345');
      expect((await buffer(await store.read(stored, { start: 9, end: 9 }))).toString()).toBe('9');
    });

    it('says when a file is not there', async () => {
      const absent = { sha256: '0'.repeat(64) };
      expect(await store.stat(absent.sha256)).toBeNull();
      await expect(store.read(absent)).rejects.toMatchObject({ code: 'not-found', retryable: false });
      await expect(store.localPath(absent)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('never takes a name that is no hash for a path', async () => {
      for (const name of ['../../../etc/passwd', '..', '', 'A'.repeat(64), `${'0'.repeat(63)}/`]) {
        expect(await store.stat(name)).toBeNull();
        await expect(store.localPath({ sha256: name })).rejects.toMatchObject({ code: 'not-found' });
      }
    });

    it('stops at the limit, reads no further, and keeps nothing', async () => {
      let given = 0;
      const endless = new Readable({
        read() {
          given += 65_536;
          this.push(Buffer.alloc(65_536, 7));
        },
      });
      await expect(store.putStream(endless, 'video/mp4', 200_000)).rejects.toMatchObject({
        code: 'too-large',
        retryable: false,
      });
      expect(given).toBeLessThan(2_000_000);
      expect(endless.destroyed).toBe(true);
    });

    it('takes exactly the limit', async () => {
      expect(await store.putStream(Readable.from([Buffer.alloc(100)]), 'video/mp4', 100)).toMatchObject({ bytes: 100 });
    });

    it('keeps nothing of a stream that breaks off', async () => {
      const broken = Readable.from(
        (async function* () {
          yield Buffer.from('half of it');
          throw new Error('the connection was reset');
        })(),
      );
      await expect(store.putStream(broken, 'video/mp4', 1e6)).rejects.toThrow('the connection was reset');
      expect(await store.stat(sha256(Buffer.from('half of it')))).toBeNull();
    });
  });
}
