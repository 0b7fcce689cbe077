import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import * as schema from './schema.ts';

/** A statement that is parsed and planned once and then run by its name. `$1`, `$2` … stand for the values. */
export interface Statement {
  name: string;
  text: string;
}

/** What PostgreSQL is told, as node-postgres has it; PGlite is spoken to in the same words (`embedded-client.ts`). */
export interface QueryConfig {
  text: string;
  name?: string | undefined;
  rowMode?: 'array' | undefined;
  types?: { getTypeParser(oid: number, format?: 'text'): (text: string) => unknown } | undefined;
}

export interface SqlClient {
  query(config: QueryConfig | string, values?: readonly unknown[]): Promise<{ rows: unknown[]; rowCount: number }>;
}

/** The database, in two manners: Drizzle for what is plain, prepared statements for what must be fast. */
export interface Records {
  drizzle: NodePgDatabase<typeof schema>;
  /** Each statement is a transaction of its own. Texts and values as node-postgres has them. */
  run<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Plans are made once and kept, often while the tables are still empty, when reading a table whole and sorting it looks
 * as cheap as anything: every statement has its index, and goes by it and its order. Compiling plans would cost more
 * than these statements take.
 */
export const PLANNER_SETTINGS = 'set enable_seqscan = off; set enable_sort = off; set jit = off';

export function createRecords(client: SqlClient): Records {
  return {
    drizzle: drizzle(client as unknown as Client, { schema, casing: 'snake_case' }),
    run: async <Row>({ name, text }: Statement, values: readonly unknown[] = []) =>
      (await client.query({ name, text }, values)).rows as Row[],
  };
}
