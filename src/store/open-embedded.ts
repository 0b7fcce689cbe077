import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDirectory } from './data-lock.ts';
import { createEmbeddedClient } from './embedded-client.ts';
import { startUpkeep } from './embedded-upkeep.ts';
import { migrateRecords } from './migrate-records.ts';
import { createLocalNews } from './news.ts';
import type { OpenRecords } from './open-records.ts';
import { createRecords, PLANNER_SETTINGS } from './records.ts';
import { type EmbeddedThread, startEmbeddedThread } from './start-embedded-thread.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/**
 * PGlite: PostgreSQL within this process, in a thread of its own, its files in `records`. One statement runs at a time.
 * What it acknowledged survives the process being killed; it does not wait for the disk, so a power cut may cost the
 * last moments.
 */
export async function openEmbedded(directory: string): Promise<OpenRecords> {
  const lock = await lockDataDirectory(directory);
  if (lock.outcome === 'in-use') {
    throw new StoreUnavailable({ code: 'data-directory-in-use', directory, pid: lock.pid });
  }
  if (lock.outcome === 'not-writable') {
    throw new StoreUnavailable({ code: 'data-directory-not-writable', directory }, lock.cause);
  }
  let thread: EmbeddedThread | null = null;
  try {
    const folder = join(directory, 'records');
    mkdirSync(folder, { recursive: true });
    const opened = await startEmbeddedThread(folder);
    thread = opened;
    const client = createEmbeddedClient(opened.send);
    for (const setting of PLANNER_SETTINGS.split('; ')) await client.query(setting);
    await migrateRecords(client);
    const stopUpkeep = startUpkeep(client);
    return {
      description: `PGlite in ${folder}`,
      shared: false,
      records: createRecords(client),
      news: createLocalNews(),
      async close() {
        await stopUpkeep();
        await opened.close();
        lock.release();
      },
    };
  } catch (error) {
    await thread?.close().catch(() => {});
    lock.release();
    throw error;
  }
}
