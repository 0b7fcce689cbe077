import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDataDirectory } from './data-lock.ts';
import { createEmbeddedClient } from './embedded-client.ts';
import { startUpkeep } from './embedded-upkeep.ts';
import { migrateRecords } from './migrate-records.ts';
import { createLocalNews } from './news.ts';
import type { OpenRecords } from './open-records.ts';
import { createRecords, PLANNER_SETTINGS } from './records.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/**
 * PGlite: PostgreSQL within this process, its files in `records`. One statement runs at a time. What it acknowledged
 * survives the process being killed; it does not wait for the disk, so a power cut may cost the last moments.
 */
export async function openEmbedded(directory: string): Promise<OpenRecords> {
  const lock = await lockDataDirectory(directory);
  if (lock.outcome === 'in-use') {
    throw new StoreUnavailable({ code: 'data-directory-in-use', directory, pid: lock.pid });
  }
  if (lock.outcome === 'not-writable') {
    throw new StoreUnavailable({ code: 'data-directory-not-writable', directory }, lock.cause);
  }
  try {
    const folder = join(directory, 'records');
    mkdirSync(folder, { recursive: true });
    const pglite = await PGlite.create(folder);
    const client = createEmbeddedClient(pglite);
    await pglite.exec(PLANNER_SETTINGS);
    await migrateRecords(client);
    const stopUpkeep = startUpkeep(client);
    return {
      description: `PGlite in ${folder}`,
      shared: false,
      records: createRecords(client),
      news: createLocalNews(),
      async close() {
        await stopUpkeep();
        await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
