import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptLogin } from '../bots/x/x-logins.ts';
import { askPostgres, isNoTable } from './ask-postgres.ts';
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

/** What the records hold of X, read without bringing them up to date. Throws where PostgreSQL is not there. */
export function lookAtXInPostgres(databaseUrl: string, asked: Asked): Promise<XLookAtRecords> {
  return askPostgres(databaseUrl, (client) => look(client, asked));
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
    if (isNoTable(error)) return NOTHING;
    throw error;
  }
}
