import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { describeWith, freshDatabase, type TestDatabase } from '../services.ts';
import { storeContract } from './store.ts';
import { clock, LIKE_WEIGHT } from './store-samples.ts';

const directory = mkdtempSync(join(tmpdir(), 'open-call-store-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

storeContract('PGlite', () => openStore({ databaseUrl: null, directory, clock, likeWeight: LIKE_WEIGHT }));

describeWith('postgres', 'on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database?.drop());

  storeContract('PostgreSQL', () =>
    openStore({ databaseUrl: database.url, directory, clock, likeWeight: LIKE_WEIGHT }),
  );
});
