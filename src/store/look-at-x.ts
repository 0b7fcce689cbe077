import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { KeptLogin } from '../bots/x/x-logins.ts';
import { createXLogins } from './create-x-logins.ts';
import { createXRecords } from './create-x-records.ts';
import { lockDataDirectory } from './data-lock.ts';
import { createEmbeddedClient } from './embedded-client.ts';
import { createRecords, type SqlClient } from './records.ts';
import { startEmbeddedThread } from './start-embedded-thread.ts';

export interface XLookAtRecords {
  /** Null where nobody logged in with that client. */
  login: KeptLogin | null;
  /** Millionths of a US dollar. */
  spentMicroDollars: number;
}

interface Asked {
  /** Null where there is none to log in with. */
  clientId: string | null;
  /** In UTC, `2026-11-25`. */
  day: string;
}

const NOTHING: XLookAtRecords = { login: null, spentMicroDollars: 0 };
const WITHIN_MS = 5000;
/** PostgreSQL's code for a table that is not there: the app that makes it has not run yet. */
const NO_TABLE = '42P01';

/** What the records hold of X, read without bringing them up to date. Throws where PostgreSQL is not there. */
export async function lookAtXInPostgres(databaseUrl: string, asked: Asked): Promise<XLookAtRecords> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'open-call doctor',
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await look(client as unknown as SqlClient, asked);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same of the embedded records; `in-use` where a running app has them to itself. */
export async function lookAtXEmbedded(directory: string, asked: Asked): Promise<XLookAtRecords | 'in-use'> {
  const folder = join(directory, 'records');
  if (!existsSync(folder)) return NOTHING;
  const lock = await lockDataDirectory(directory);
  if (lock.outcome === 'in-use') return 'in-use';
  if (lock.outcome === 'not-writable') throw lock.cause;
  try {
    const thread = await startEmbeddedThread(folder);
    try {
      return await look(createEmbeddedClient(thread.send), asked);
    } finally {
      await thread.close();
    }
  } finally {
    lock.release();
  }
}

async function look(client: SqlClient, { clientId, day }: Asked): Promise<XLookAtRecords> {
  const records = createRecords(client);
  try {
    const spending = await createXRecords(records).spendingOn(day);
    const login = clientId === null ? null : await createXLogins(records).find(clientId);
    return { login, spentMicroDollars: spending.reduce((sum, { microDollars }) => sum + microDollars, 0) };
  } catch (error) {
    if (codeOf(error) === NO_TABLE) return NOTHING;
    throw error;
  }
}

/** Drizzle puts what the database said below its own error. */
function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code ?? (cause === undefined ? undefined : codeOf(cause));
}
