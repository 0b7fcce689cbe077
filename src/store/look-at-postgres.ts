import pg from 'pg';
import { placeOf } from './open-postgres.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export interface PostgresLook {
  /** Where it is, without name and password. */
  place: string;
  version: string;
  /** Whether the tables may be brought up to date by this user. */
  mayCreate: boolean;
}

const WITHIN_MS = 5000;

/** Looks whether a PostgreSQL answers, and changes nothing in it. Throws `StoreUnavailable` where it does not. */
export async function lookAtPostgres(databaseUrl: string): Promise<PostgresLook> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'open-call doctor',
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version') as version,
        coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create`,
    );
    return { place: placeOf(databaseUrl), version: String(rows[0]?.version), mayCreate: rows[0]?.may_create === true };
  } catch (error) {
    throw new StoreUnavailable({ code: 'database-unreachable' }, error);
  } finally {
    await client.end().catch(() => {});
  }
}
