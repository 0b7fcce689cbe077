import { askPostgres } from './ask-postgres.ts';
import { placeOf } from './open-postgres.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export interface PostgresLook {
  /** Where it is, without name and password. */
  place: string;
  version: string;
  /** Whether the tables may be brought up to date by this user. */
  mayCreate: boolean;
}

const LOOK = `select current_setting('server_version') as version,
  coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreate"`;

/** Looks whether a PostgreSQL answers, and changes nothing in it. Throws `StoreUnavailable` where it does not. */
export async function lookAtPostgres(databaseUrl: string): Promise<PostgresLook> {
  try {
    const { rows } = await askPostgres(databaseUrl, (client) => client.query(LOOK));
    const [{ version, mayCreate }] = rows as [Omit<PostgresLook, 'place'>];
    return { place: placeOf(databaseUrl), version, mayCreate };
  } catch (error) {
    throw new StoreUnavailable({ code: 'database-unreachable' }, error);
  }
}
