import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

export const NO_DISK = 'needs to mount a small disk: run as root on Linux, where mounting is allowed';

/** A real small disk in a folder, since only the system can say truly that one is full. Null where it may not be mounted. */
export function smallDisk(
  folder: string,
  size: string,
  { at = mkdtempSync(join(folder, 'disk-')) }: { at?: string } = {},
): { path: string; unmount(): void } | null {
  const path = at;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return { path, unmount: () => execFileSync('umount', [path]) };
}
