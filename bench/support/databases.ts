import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgresPrograms } from '../../tests/machine/postgres-server.ts';
import { setup } from '../../tests/machine/test-run.ts';
import { freshDatabase } from '../../tests/services.ts';

/** Where records can be kept on this machine. */
export interface Place {
  name: 'PGlite' | 'PostgreSQL';
  databaseUrl: string | null;
  directory: string;
  note: string;
}

/** Runs the measurement on PGlite, and on PostgreSQL where there is one, each time on empty records. */
export async function onEach<Result>(measure: (place: Place) => Promise<Result>): Promise<Result[]> {
  const results = [await inFolder((directory) => measure({ ...PGLITE, directory }))];
  if (process.env.TEST_DATABASE_URL === undefined && findPostgresPrograms() === null) return results;
  const stop = setup();
  try {
    const { url, drop } = await freshDatabase();
    const note = process.env.TEST_DATABASE_URL ? 'PostgreSQL as configured' : 'a PostgreSQL of our own without fsync';
    results.push(await inFolder((directory) => measure({ name: 'PostgreSQL', databaseUrl: url, directory, note })));
    await drop();
  } finally {
    await stop?.();
  }
  return results;
}

const PGLITE = { name: 'PGlite', databaseUrl: null, note: 'PGlite in a thread of this process' } as const;

/** A folder of its own for one measurement. */
export async function inFolder<Result>(act: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-bench-'));
  try {
    return await act(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
