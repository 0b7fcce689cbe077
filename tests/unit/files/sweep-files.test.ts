import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileStore } from '../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../src/files/folder-file-store.ts';
import { startSweeping } from '../../../src/files/start-sweeping.ts';
import { type Swept, sweepFiles } from '../../../src/files/sweep-files.ts';
import type { RequestStore } from '../../../src/requests/index.ts';

const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const SOMEBODYS = '0'.repeat(64);
const DAY_MS = 86_400_000;

let directory = '';
let files: FileStore;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'open-call-sweep-'));
  files = await createFolderFileStore({ directory });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function put({ bytes = randomBytes(100), old = true } = {}): Promise<string> {
  const { sha256 } = await files.putStream(Readable.from([bytes]), 'video/mp4', 1e6);
  if (old) await utimes(await files.localPath({ sha256 }), LONG_AGO, LONG_AGO);
  return sha256;
}

const ownersOf = (...held: string[]) => ({
  async *filesHeld() {
    for (const each of held) yield [each];
  },
});
const dayAgo = () => new Date(Date.now() - DAY_MS);
const isThere = async (sha256: string) => (await files.stat(sha256)) !== null;

describe('a sweep', () => {
  it('lets go of what nobody has, and of nothing else', async () => {
    const [held, gone, justPut] = [await put(), await put(), await put({ old: false })];
    const before = dayAgo();
    const swept = await sweepFiles({ files, owners: ownersOf(held), before, goesOn: () => true });
    expect(swept).toEqual({ files: 1, bytes: 100 });
    expect(await isThere(gone)).toBe(false);
    expect(await Promise.all([held, justPut].map(isThere))).toEqual([true, true]);
    expect((await sweepFiles({ files, owners: ownersOf(held), before, goesOn: () => true })).files).toBe(0);
  });

  it('lets go of nothing where it cannot be told who has what', async () => {
    const perhapsHeld = await put();
    const owners = {
      async *filesHeld() {
        yield [SOMEBODYS];
        throw new Error('the records are out of reach');
      },
    };
    await expect(sweepFiles({ files, owners, before: dayAgo(), goesOn: () => true })).rejects.toThrow('out of reach');
    expect(await isThere(perhapsHeld)).toBe(true);
  });

  it('lets go of nothing where the records have no file at all: they may be the wrong ones', async () => {
    const perhapsHeld = await put();
    await sweepFiles({ files, owners: ownersOf(), before: dayAgo(), goesOn: () => true });
    expect(await isThere(perhapsHeld)).toBe(true);
  });

  it('ends once another has taken over', async () => {
    const kept = await put();
    let ours = true;
    const owners = {
      async *filesHeld() {
        ours = false;
        yield [SOMEBODYS];
      },
    };
    expect((await sweepFiles({ files, owners, before: dayAgo(), goesOn: () => ours })).files).toBe(0);
    expect(await isThere(kept)).toBe(true);
  });

  it('never takes a file from under whoever puts the same bytes at that moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const bytes = randomBytes(100);
      const sha256 = await put({ bytes });
      const [other] = await Promise.all([
        createFolderFileStore({ directory }).then((store) => store.putStream(Readable.from([bytes]), 'video/mp4', 1e6)),
        sweepFiles({ files, owners: ownersOf(SOMEBODYS), before: dayAgo(), goesOn: () => true }),
      ]);
      expect(other.sha256).toBe(sha256);
      expect(await isThere(sha256), `round ${round}`).toBe(true);
      await files.remove({ sha256 });
    }
  });
});

describe('sweeping', () => {
  it('goes by the clock, says what went, and tries again after a failure', async () => {
    const gone = await put();
    const errors: unknown[] = [];
    let looks = 0;
    const owners = {
      async *filesHeld() {
        looks += 1;
        if (looks === 1) throw new Error('the records are out of reach');
        yield [SOMEBODYS];
      },
      picturesTurnedDown: async () => [],
      takeOffPost: async () => {},
    };
    // Nothing was turned down, so nothing is asked of them.
    const requests = {} as RequestStore;
    const told = Promise.withResolvers<Swept>();
    const sweeping = startSweeping(
      {
        ...{ files, owners, requests, keepMs: DAY_MS, keepDeclinedMs: DAY_MS },
        ...{ clock: () => new Date(), isOurs: () => true },
        onSwept: told.resolve,
        onError: (error) => errors.push(error),
      },
      { firstAfterMs: 0, everyMs: 1 },
    );
    const swept = await told.promise;
    await sweeping.close();
    expect(swept).toEqual({ files: 1, bytes: 100 });
    expect(errors).toHaveLength(1);
    expect(await isThere(gone)).toBe(false);
  });
});
