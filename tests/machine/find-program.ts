import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these names or paths that can be run, looking through PATH and then through more folders. */
export function findProgram(names: readonly string[], moreFolders: readonly string[] = []): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...moreFolders].filter((folder) => folder !== '');
  const candidates = names.flatMap((name) =>
    name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find(canRun) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
