import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/open-store.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MIGRATIONS = join(ROOT, 'src/store/migrations');
const CACHE = join(ROOT, 'node_modules/.cache/open-call-tests');

/**
 * Before the first test: PGlite takes five seconds of processor to make a database, and most tests need one that is empty:
 * it is made once, and again when the tables or PGlite changed, and copied into each data folder.
 */
export async function setup(): Promise<void> {
  const made = placeOfEmptyRecords();
  if (existsSync(made)) return;
  rmSync(CACHE, { recursive: true, force: true });
  const directory = mkdtempSync(join(tmpdir(), 'open-call-empty-'));
  const store = await openStore({ databaseUrl: null, directory });
  await store.close();
  const own = `${made}.${process.pid}`;
  cpSync(join(directory, 'records'), own, { recursive: true });
  try {
    renameSync(own, made);
  } catch (error) {
    // Another run beside this one was sooner.
    if (!existsSync(made)) throw error;
    rmSync(own, { recursive: true });
  }
  rmSync(directory, { recursive: true });
}

/** A data folder of its own with empty records in it. */
export function dataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `open-call-${name}-`));
  layEmptyRecords(folder);
  return folder;
}

/** Lays empty records into a data folder, which is made where it is not there. */
export function layEmptyRecords(folder: string): void {
  cpSync(placeOfEmptyRecords(), join(folder, 'records'), { recursive: true, mode: constants.COPYFILE_FICLONE });
}

function placeOfEmptyRecords(): string {
  const made = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).filter((each) => each.endsWith('.sql'))) {
    made.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  made.update(readFileSync(join(ROOT, 'node_modules/@electric-sql/pglite/package.json')));
  return join(CACHE, `records-${made.digest('hex').slice(0, 16)}`);
}
