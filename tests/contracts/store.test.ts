import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openEmbedded } from '../../src/store/open-embedded.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { wakeEmbedded } from '../../src/store/wake-embedded.ts';
import { describeWith, freshDatabase, type TestDatabase } from '../services.ts';
import { storeContract } from './store.ts';

const directory = mkdtempSync(join(tmpdir(), 'open-call-store-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

storeContract('PGlite', async () => openEmbedded(await wakeEmbedded(directory)));

describeWith('postgres', 'on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database?.drop());

  storeContract('PostgreSQL', () => openPostgres(database.url));
});
