import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What was used within the last hour may be at work, and stays however full it is. */
const IN_USE_MS = 3_600_000;

/** Removes the files of a folder that were not used for longest until the rest is within so many bytes. */
export async function pruneFolder(directory: string, maxBytes: number, now: Date): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const found = await stat(path).catch(() => null);
        return { path, bytes: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 };
      }),
  );
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes, usedAt } of files.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= maxBytes || now.getTime() - usedAt < IN_USE_MS) return;
    await rm(path, { force: true });
    total -= bytes;
  }
}
