import pg from 'pg';
import { migrateRecords } from './migrate-records.ts';
import type { OpenRecords } from './open-records.ts';
import { createRecords, PLANNER_SETTINGS, type SqlClient } from './records.ts';
import { createSharedNews, NOTIFY } from './shared-news.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** Commits that wait for the disk at the same time share the wait, so there are more than the cores could use. */
const CONNECTIONS = 20;
const CONNECT_WITHIN_MS = 10_000;

/** Two transactions stood in each other's way and PostgreSQL ended one: nothing of it was done, and it may go again. */
const RUN_AGAIN = new Set(['40001', '40P01']);
const MAX_RUNS = 5;

export async function openPostgres(databaseUrl: string): Promise<OpenRecords> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'open-call',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(PLANNER_SETTINGS);
    },
  });
  // A connection that is lost while idle is replaced by the next query; unheard, the event would end the process.
  pool.on('error', () => {});
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const records = createRecords(runAgain(pool as unknown as SqlClient));
  const news = createSharedNews(databaseUrl, async (payloads) => {
    await records.run(NOTIFY, [payloads]);
  });
  return {
    description: `PostgreSQL at ${placeOf(databaseUrl)}`,
    shared: true,
    records,
    news,
    async close() {
      await news.close();
      await pool.end();
    },
  };
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new StoreUnavailable({ code: 'database-unreachable' }, error);
  });
  try {
    await migrateRecords(client as unknown as SqlClient);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Every statement is a transaction of its own, so each can be run again as it is. */
function runAgain(client: SqlClient): SqlClient {
  return {
    async query(config, values) {
      for (let run = 1; ; run += 1) {
        try {
          return await client.query(config, values);
        } catch (error) {
          if (run >= MAX_RUNS || !RUN_AGAIN.has(String((error as { code?: unknown }).code))) throw error;
        }
      }
    },
  };
}

/** Without the user's name and password. */
export function placeOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
