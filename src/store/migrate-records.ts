import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { createRecords, type SqlClient } from './records.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number, the same in all versions of the app: who holds it may change tables. */
const LOCK = 7_219_440_113;

/**
 * After a backup was restored on another server, numbers of transactions begin low again: lifts them above all that
 * was written before, so that followers go on where they were. Changes nothing otherwise.
 */
const LIFT_FEED = `
update feed_shift set shift = shift + behind
from (
  select greatest(
    (select max(tx) from history), (select max(tx) from room_events), (select max(tx) from translations), 0) + 1
    - feed_shift.shift - pg_snapshot_xmax(pg_current_snapshot())::text::bigint as behind from feed_shift) as distance
where behind > 0`;

/** Brings the tables up to date. Processes that start at once do it one after the other. */
export async function migrateRecords(client: SqlClient): Promise<void> {
  await client.query(`select pg_advisory_lock(${LOCK})`);
  try {
    await migrate(createRecords(client).drizzle, { migrationsFolder: MIGRATIONS });
    await client.query(LIFT_FEED);
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK})`);
  }
}
