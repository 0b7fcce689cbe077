import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what a process that died left unfinished. Only what nobody has written to for `staleAfterMs`, since other
 * processes may share the folder and be at work. Returns how many were removed.
 */
export async function sweepTemporary(folder: string, now: Date, staleAfterMs: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || now.getTime() - found.mtimeMs < staleAfterMs) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
