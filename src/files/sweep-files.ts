import type { FileOwners } from './file-owners.ts';
import type { FileStore } from './file-store.ts';

export interface SweepOptions {
  files: Pick<FileStore, 'list' | 'removeOlder'>;
  owners: Pick<FileOwners, 'filesHeld'>;
  /** Nothing that was put since then goes, whoever has it: the record that is to speak of it may not be saved yet. */
  before: Date;
  /** False: somebody else sweeps, or we are to end. */
  goesOn: () => boolean;
}

export interface Swept {
  files: number;
  bytes: number;
}

/** So many are looked for in one walk through the records, which bounds the memory that it takes. */
const AT_A_TIME = 100_000;

/**
 * Lets go of what no record has. The record is always what goes first, so a process that dies at any point leaves a
 * file too many, never one too few, and the next sweep finds it.
 */
export async function sweepFiles({ files, owners, before, goesOn }: SweepOptions): Promise<Swept> {
  const swept = { files: 0, bytes: 0 };
  const left = new Map<string, number>();

  async function sweepThese(): Promise<void> {
    let anyHeld = false;
    if (left.size > 0) {
      for await (const held of owners.filesHeld()) {
        anyHeld ||= held.length > 0;
        for (const sha256 of held) left.delete(sha256);
      }
    }
    // Records that have no file at all beside a store of old ones are rather the wrong records.
    if (!anyHeld) left.clear();
    for (const [sha256, bytes] of left) {
      if (!goesOn()) break;
      if (!(await files.removeOlder({ sha256 }, before))) continue;
      swept.files += 1;
      swept.bytes += bytes;
    }
    left.clear();
  }

  for await (const { sha256, bytes, putAt } of files.list()) {
    if (!goesOn()) return swept;
    if (putAt < before) left.set(sha256, bytes);
    if (left.size >= AT_A_TIME) await sweepThese();
  }
  await sweepThese();
  return swept;
}
