import type { SqlClient } from './records.ts';

const LOOK_EVERY_MS = 30_000;

/** As PostgreSQL's autovacuum has them, with a larger base so that a small store is left in peace. */
const NEEDS_UPKEEP = `
select relname as name from pg_stat_user_tables
where n_dead_tup > 500 + n_live_tup / 5 or n_mod_since_analyze > 500 + n_live_tup / 10
order by n_dead_tup`;

/**
 * PGlite has no autovacuum: without this, what was changed and deleted would fill the tables for ever, and plans would be
 * those of empty ones. One table at a time, since everything else waits meanwhile (about a second per 100,000 rows).
 */
export async function keepUp(client: SqlClient): Promise<void> {
  const { rows } = await client.query(NEEDS_UPKEEP);
  for (const { name } of rows as { name: string }[]) {
    await client.query(`vacuum (analyze) "${name}"`);
  }
}

/** Keeps up from time to time; returns the way to stop, which waits for what is going on. */
export function startUpkeep(client: SqlClient): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    // It fails with a full disk, when everything else does, and says so; the next time it may succeed.
    running = running.then(() => keepUp(client)).catch(() => {});
  }, LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
