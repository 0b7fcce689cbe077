import pg from 'pg';
import type { SqlClient } from './records.ts';

const WITHIN_MS = 5000;
/** PostgreSQL's code for a table that is not there: the app that makes it has not run yet. */
const NO_TABLE = '42P01';

/** One look at a PostgreSQL for the doctor, who waits for no more than seconds. Nothing is brought up to date. Throws what went wrong. */
export async function askPostgres<Answer>(
  databaseUrl: string,
  ask: (client: SqlClient) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'open-call doctor',
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await ask(client as unknown as SqlClient);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a table is not there yet. Drizzle puts what the database said below its own error. */
export function isNoTable(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code === NO_TABLE || (code === undefined && cause !== undefined && isNoTable(cause));
}
