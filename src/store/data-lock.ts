import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { processStart } from './process-start.ts';

export type DataLock =
  | { outcome: 'locked'; release(): void }
  | { outcome: 'in-use'; pid: number }
  | { outcome: 'not-writable'; cause: unknown };

interface Owner {
  pid: number;
  start: string;
}

/** Who clears away a dead owner's lock takes microseconds; after this long it was killed while doing so. */
const TAKEOVER_TAKES_AT_MOST_MS = 2000;
const LOOK_AGAIN_MS = 20;

/**
 * Takes a data folder for this process, since two that write into one PGlite do not notice each other and lose rows.
 * The lock is a file that names its owner: one whose process was killed is void at once, also when another process has
 * got its id since. Processes in different containers cannot see each other, so a folder must not be given to two.
 */
export async function lockDataDirectory(directory: string): Promise<DataLock> {
  const path = join(directory, 'lock');
  const mine = join(directory, `lock.${process.pid}.${Date.now()}`);
  const owner: Owner = { pid: process.pid, start: processStart(process.pid) ?? 'unknown' };
  try {
    makeFolder(directory);
    writeFileSync(mine, JSON.stringify(owner), { flag: 'wx' });
  } catch (cause) {
    return { outcome: 'not-writable', cause };
  }
  try {
    for (;;) {
      // A link either appears whole or not at all; a file that is created and then written could be read in between.
      if (tryTo(() => linkSync(mine, path), 'EEXIST'))
        return { outcome: 'locked', release: () => release(path, owner) };
      const other = readOwner(path);
      if (other !== 'gone' && other !== 'unreadable' && lives(other)) return { outcome: 'in-use', pid: other.pid };
      if (other !== 'gone' && !clearAway(path)) await delay(LOOK_AGAIN_MS);
    }
  } catch (cause) {
    return { outcome: 'not-writable', cause };
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a dead owner's lock; only one process at a time may, or it could remove the next owner's. */
function clearAway(path: string): boolean {
  const turn = `${path}.takeover`;
  if (!tryTo(() => mkdirSync(turn), 'EEXIST')) {
    const age = ageOf(turn);
    if (age !== null && age > TAKEOVER_TAKES_AT_MOST_MS) tryTo(() => rmdirSync(turn), 'ENOENT');
    return false;
  }
  try {
    const owner = readOwner(path);
    if (owner === 'unreadable' || (owner !== 'gone' && !lives(owner))) rmSync(path, { force: true });
    return true;
  } finally {
    tryTo(() => rmdirSync(turn), 'ENOENT');
  }
}

function release(path: string, owner: Owner): void {
  const current = readOwner(path);
  if (typeof current === 'object' && current.pid === owner.pid && current.start === owner.start) {
    rmSync(path, { force: true });
  }
}

function lives({ pid, start }: Owner): boolean {
  const now = processStart(pid);
  return now !== null && (now === start || now === 'unknown' || start === 'unknown');
}

function readOwner(path: string): Owner | 'gone' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return 'gone';
  }
  try {
    const { pid, start } = JSON.parse(text) as Partial<Owner>;
    return Number.isSafeInteger(pid) && typeof start === 'string' ? { pid: pid as number, start } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function ageOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : null;
}

/** Whether it was done; false for the one error that is expected. */
function tryTo(act: () => void, expected: string): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false;
    throw error;
  }
}
