import { createEmbeddedClient } from './embedded-client.ts';
import { startUpkeep } from './embedded-upkeep.ts';
import { migrateRecords } from './migrate-records.ts';
import { createLocalNews } from './news.ts';
import type { OpenRecords } from './open-records.ts';
import { createRecords, PLANNER_SETTINGS } from './records.ts';
import type { AwakeEmbedded } from './wake-embedded.ts';

/**
 * PGlite: PostgreSQL within this process, in a thread of its own, its files in `records`. One statement runs at a time.
 * What it acknowledged survives the process being killed; it does not wait for the disk, so a power cut may cost the
 * last moments.
 */
export async function openEmbedded({ folder, send, close }: AwakeEmbedded): Promise<OpenRecords> {
  try {
    const client = createEmbeddedClient(send);
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
        await close();
      },
    };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}
