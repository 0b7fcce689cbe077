import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSha256, typeOfFileName } from './file-names.ts';
import type { KeptFile } from './file-store.ts';

const FAN = /^[0-9a-f]{2}$/;

/** What lies in a folder of files under names of ours, one sub-folder after another. */
export async function* listFolder(directory: string): AsyncIterable<KeptFile> {
  for (const first of await fansIn(directory)) {
    for (const second of await fansIn(join(directory, first))) {
      const folder = join(directory, first, second);
      for (const name of await readdir(folder)) {
        const sha256 = name.slice(0, 64);
        if (!isSha256(sha256) || typeOfFileName(name) === null) continue;
        const found = await stat(join(folder, name)).catch(() => null);
        if (found?.isFile()) yield { sha256, bytes: found.size, putAt: found.mtime };
      }
    }
  }
}

async function fansIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && FAN.test(entry.name)).map(({ name }) => name);
}
