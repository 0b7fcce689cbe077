import { rm } from 'node:fs/promises';
import type { FileStore } from '../../files/file-store.ts';

/** Paths for unfinished work, all of them gone when it is disposed of. */
export interface Scratch extends AsyncDisposable {
  path(suffix: string): Promise<string>;
}

export function createScratch(files: Pick<FileStore, 'temporaryPath'>): Scratch {
  const given: string[] = [];
  return {
    path: async (suffix) => {
      const path = await files.temporaryPath(suffix);
      given.push(path);
      return path;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(given.map((path) => rm(path, { force: true })));
    },
  };
}
