import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { AdapterError, type Clock, type StoredFile } from '../requests/index.ts';
import { toFileError } from './file-error.ts';
import { fileFolder, fileName, isSha256, typeOfFileName } from './file-names.ts';
import type { FileStore } from './file-store.ts';
import { listFolder } from './list-folder.ts';
import { sweepTemporary } from './sweep-temporary.ts';
import { hashDurably, syncFolder, type Written, writeDurably } from './write-durably.ts';

const ADAPTER = 'folder';
/** Unfinished files that nobody has written to for so long are removed at creation. */
const STALE_AFTER_MS = 3_600_000;

export interface FolderFileStoreSettings {
  /** Made where it is not there. Unfinished files lie in `tmp` inside it, so that a rename never crosses disks. */
  directory: string;
  clock?: Clock;
}

/** Keeps files in a folder of this machine. Several processes may share it. */
export async function createFolderFileStore(settings: FolderFileStoreSettings): Promise<FileStore> {
  const { clock = () => new Date() } = settings;
  const directory = resolve(settings.directory);
  const unfinished = join(directory, 'tmp');
  await asFileError(async () => {
    await mkdir(unfinished, { recursive: true });
    await sweepTemporary(unfinished, clock(), STALE_AFTER_MS);
  });

  const temporaryPath = async (suffix: string) => join(unfinished, `${randomUUID()}${suffix}`);

  /** Files are few per folder, so looking for the name is as good as an index, and cannot disagree with the disk. */
  async function find(sha256: string): Promise<{ path: string; type: string } | null> {
    if (!isSha256(sha256)) return null;
    const folder = join(directory, fileFolder(sha256));
    const names = await asFileError(() => readdir(folder).catch(ifAbsent([])));
    // Sorted, so that two processes that keep the same bytes at once under two types agree on one of them.
    const ours = (name: string) => name.startsWith(`${sha256}.`) && typeOfFileName(name) !== null;
    const name = names.sort().find(ours);
    return name === undefined ? null : { path: join(folder, name), type: typeOfFileName(name) ?? '' };
  }

  async function demand(sha256: string): Promise<string> {
    const found = await find(sha256);
    if (found !== null) return found.path;
    throw new AdapterError(`There is no file ${sha256}`, { adapter: ADAPTER, code: 'not-found', retryable: false });
  }

  async function settle(path: string, { sha256, bytes }: Written, type: string): Promise<StoredFile> {
    const known = await find(sha256);
    if (known !== null && (await putAgain(known.path))) {
      if (known.path !== path) await rm(path, { force: true });
      return { sha256, bytes, type: known.type };
    }
    const folder = join(directory, fileFolder(sha256));
    await mkdir(folder, { recursive: true });
    await rename(path, join(folder, fileName({ sha256, type })));
    // The folder and its parents may be new: each name on the way must be on the disk.
    for (const made of [folder, dirname(folder), directory]) await syncFolder(made);
    return { sha256, bytes, type };
  }

  /** What is put again is as good as new; false where it was let go of meanwhile. */
  async function putAgain(path: string): Promise<boolean> {
    const now = clock();
    return utimes(path, now, now).then(() => true, ifAbsent(false));
  }

  /**
   * Taken aside before it is looked at again, since another process may be putting the same bytes: it either finds the
   * file and makes it new, which is seen here, or finds none and keeps its own.
   */
  async function removeOlder(sha256: string, before: Date): Promise<boolean> {
    const found = await find(sha256);
    if (found === null || !(await isOlder(found.path, before))) return false;
    const aside = await temporaryPath('.gone');
    await rename(found.path, aside);
    if (!(await isOlder(aside, before))) {
      await rename(aside, found.path);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  }

  /** A path on the store's own disk that holds the file's bytes: the file itself where it can be renamed from there. */
  async function bringNear(path: string): Promise<string> {
    if (await onSameDisk(path, unfinished)) return resolve(path);
    const near = await temporaryPath('.copy');
    try {
      await copyFile(path, near, constants.COPYFILE_EXCL);
    } catch (cause) {
      await rm(near, { force: true });
      throw cause;
    }
    return near;
  }

  return {
    temporaryPath,
    localPath: ({ sha256 }) => demand(sha256),
    putFile: (path, type) =>
      asFileError(async () => {
        const near = await bringNear(path);
        const copied = near !== resolve(path);
        try {
          const stored = await settle(near, await hashDurably(near), type);
          if (copied) await rm(path, { force: true });
          return stored;
        } catch (cause) {
          if (copied) await rm(near, { force: true });
          throw cause;
        }
      }),
    putStream: (stream, type, maxBytes) =>
      asFileError(async () => {
        const path = await temporaryPath('.part');
        try {
          return await settle(path, await writeDurably(stream, path, maxBytes, ADAPTER), type);
        } catch (cause) {
          stream.destroy();
          await rm(path, { force: true });
          throw cause;
        }
      }),
    remove: ({ sha256 }) =>
      asFileError(async () => {
        const found = await find(sha256);
        if (found !== null) await rm(found.path, { force: true });
      }),
    list: () => listFolder(directory),
    removeOlder: ({ sha256 }, before) => asFileError(() => removeOlder(sha256, before)),
    read: ({ sha256 }, range) => asFileError(() => openForReading(demand(sha256), range)),
    stat: async (sha256) => {
      const found = await find(sha256);
      if (found === null) return null;
      const { size } = await asFileError(() => stat(found.path));
      return { sha256, bytes: size, type: found.type };
    },
  };
}

/** Opens before it answers, so that a file that cannot be read is told at once and not in the middle of a response. */
async function openForReading(path: Promise<string>, range?: { start: number; end: number }): Promise<Readable> {
  const file = await open(await path, 'r');
  return file.createReadStream(range);
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(ifAbsent(null));
  return found !== null && found.mtimeMs < before.getTime();
}

/** Only what is not there counts as absent; a disk that cannot be read must never look like an empty one. */
function ifAbsent<T>(instead: T): (cause: NodeJS.ErrnoException) => T {
  return (cause) => {
    if (cause.code === 'ENOENT') return instead;
    throw cause;
  };
}

async function onSameDisk(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.dev === b.dev;
}

async function asFileError<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw toFileError(ADAPTER, cause);
  }
}
