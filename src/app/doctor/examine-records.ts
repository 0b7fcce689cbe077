import { existsSync } from 'node:fs';
import { type Finding, failing, ok } from '../../bots/finding.ts';
import { messageOf } from '../../queue/outage.ts';
import { lockDataDirectory } from '../../store/data-lock.ts';
import { lookAtPostgres } from '../../store/look-at-postgres.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import type { Config } from '../config.ts';

const ABOUT = 'records';

/** Whether the records can be had. Nothing is opened that a running app has to itself. */
export function examineRecords(config: Config): Promise<Finding> {
  return config.DATABASE_URL === undefined ? examineEmbedded(config) : examinePostgres(config.DATABASE_URL);
}

async function examineEmbedded({ dataDirectory }: Config): Promise<Finding> {
  const where = `PGlite in ${dataDirectory}`;
  if (!existsSync(dataDirectory)) return ok(ABOUT, `${where}, made at the first start.`);
  const lock = await lockDataDirectory(dataDirectory);
  switch (lock.outcome) {
    case 'in-use':
      return ok(ABOUT, `${where}, in use by the running app (process ${lock.pid}).`);
    case 'locked':
      lock.release();
      return ok(ABOUT, `${where}, free for the app to open.`);
    case 'not-writable':
      return failing(
        ABOUT,
        `${where} cannot be locked: ${messageOf(lock.cause)}.`,
        'Give this user the right to write there, or set DATA_DIR to another folder.',
      );
    default:
      return lock satisfies never;
  }
}

async function examinePostgres(url: string): Promise<Finding> {
  try {
    const { place, version, mayCreate } = await lookAtPostgres(url);
    if (mayCreate) return ok(ABOUT, `PostgreSQL ${version} at ${place} answers.`);
    const says = `PostgreSQL ${version} at ${place} answers, but its user may not make tables.`;
    return failing(ABOUT, says, 'Grant it CREATE on the schema, or name another user in DATABASE_URL.');
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    const says = `${error.message}: ${messageOf(error.cause)}.`;
    return failing(ABOUT, says, 'Start PostgreSQL, or put DATABASE_URL right; without it the records lie in DATA_DIR.');
  }
}
