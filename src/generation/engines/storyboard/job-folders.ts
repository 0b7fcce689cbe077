import { createHash } from 'node:crypto';
import {
  access,
  constants,
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Operation } from '../../../requests/index.ts';

/**
 * One folder for each key, named by the key's hash: `operation.json`, `video.mp4` once it is whole, `cancelled` where
 * nobody wants it any more. Progress is not kept: what is not finished is simply drawn again.
 */
export interface JobFolders {
  /** Where the video is while it is being written. */
  unfinishedPath(key: string): string;
  /** Makes the finished file count. */
  finish(key: string): Promise<void>;
  isFinished(key: string): Promise<boolean>;
  /** Keeps the operation, unless the key has one already; returns the one that is kept. */
  keep(key: string, operation: Operation): Promise<Operation>;
  markCancelled(key: string): Promise<void>;
  isCancelled(key: string): Promise<boolean>;
  /** Copies the finished video and syncs the copy to the disk. */
  copyTo(key: string, path: string): Promise<void>;
  all(): Promise<Operation[]>;
  /** Removes the folders that were last written to before then, in milliseconds since 1970. */
  sweep(before: number, except: (folder: string) => boolean): Promise<void>;
}

/** The folder's name for a key: keys may hold characters that no file name may. */
export function folderName(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

export function createJobFolders(directory: string): JobFolders {
  const underWay = new Map<string, Promise<Operation>>();
  const at = (key: string, file: string) => join(directory, folderName(key), file);

  async function readOperation(folder: string): Promise<Operation | null> {
    try {
      return JSON.parse(await readFile(join(directory, folder, 'operation.json'), 'utf8')) as Operation;
    } catch {
      return null;
    }
  }

  async function keepFirst(key: string, operation: Operation): Promise<Operation> {
    const known = await readOperation(folderName(key));
    if (known) return known;
    await mkdir(join(directory, folderName(key)), { recursive: true });
    const unfinished = at(key, 'operation.unfinished');
    await writeFile(unfinished, JSON.stringify(operation), { flush: true });
    await rename(unfinished, at(key, 'operation.json'));
    return operation;
  }

  return {
    unfinishedPath: (key) => at(key, 'video.unfinished'),
    async finish(key) {
      await rename(at(key, 'video.unfinished'), at(key, 'video.mp4'));
      await syncFolder(join(directory, folderName(key)));
    },
    isFinished: (key) => exists(at(key, 'video.mp4')),
    keep(key, operation) {
      // Asked twice at once, both get what the first one keeps.
      const keeping = underWay.get(key) ?? keepFirst(key, operation).finally(() => underWay.delete(key));
      underWay.set(key, keeping);
      return keeping;
    },
    async markCancelled(key) {
      await mkdir(join(directory, folderName(key)), { recursive: true });
      await writeFile(at(key, 'cancelled'), '');
      await rm(at(key, 'video.unfinished'), { force: true });
    },
    isCancelled: (key) => exists(at(key, 'cancelled')),
    async copyTo(key, path) {
      try {
        await copyFile(at(key, 'video.mp4'), path, constants.COPYFILE_FICLONE);
        await syncFolder(path);
      } catch (cause) {
        await rm(path, { force: true });
        throw cause;
      }
    },
    async all() {
      const found = await Promise.all((await names(directory)).map(readOperation));
      return found.filter((operation) => operation !== null);
    },
    async sweep(before, except) {
      for (const folder of await names(directory)) {
        const path = join(directory, folder);
        const written = await stat(path).then(
          (found) => found.mtimeMs,
          () => before,
        );
        if (written < before && !except(folder)) await rm(path, { recursive: true, force: true });
      }
    },
  };
}

async function names(directory: string): Promise<string[]> {
  return (await readdir(directory).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Also for folders: a rename is safe from a power cut only when its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
