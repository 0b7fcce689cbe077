import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { forgetEvent, forgetRequest } from '../../src/requests/index.ts';
import { createForgetStore } from '../../src/store/create-forget-store.ts';
import { createEmbeddedClient } from '../../src/store/embedded-client.ts';
import { keepUp } from '../../src/store/embedded-upkeep.ts';
import { openEmbedded } from '../../src/store/open-embedded.ts';
import { openStore, storeOn } from '../../src/store/open-store.ts';
import { createRecords, type SqlClient } from '../../src/store/records.ts';
import { wakeEmbedded } from '../../src/store/wake-embedded.ts';
import { NOW } from '../samples/requests.ts';
import { waitUntil } from '../services.ts';
import { create, someAsked } from './store-samples.ts';

/** PGlite makes a database in 4 s, on a busy machine in a minute. */
describe('store on PGlite, beyond the contract', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-call-embedded-'));
  const directory = join(folder, 'data');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const open = () => openStore({ databaseUrl: null, directory });

  it('keeps everything until it is opened again, the place in the feed too', async () => {
    const store = await open();
    expect(store).toMatchObject({ shared: false, description: expect.stringContaining('PGlite in ') });
    const request = await create(store, someAsked(), 'prompt-screened', 'approved');
    const cursor = await store.history.end();
    await store.close();

    const again = await open();
    expect(await again.requests.find(request.id)).toEqual(request);
    expect(await again.history.end()).toBe(cursor);
    expect(await again.history.read(cursor, 10)).toEqual({ entries: [], cursor });
    expect(await again.requests.placeInLine(request.id)).toBe(0);
    await create(again, someAsked());
    expect((await again.history.read(cursor, 10)).entries).toHaveLength(1);
    await again.close();
  });

  it('refuses a folder that is in use, and lets go of it at the end', async () => {
    const store = await open();
    await expect(open()).rejects.toMatchObject({
      name: 'StoreUnavailable',
      problem: { code: 'data-directory-in-use', directory, pid: process.pid },
      message: `${directory} is in use by another copy of the app (process ${process.pid})`,
    });
    await store.close();
    await (await open()).close();
  });

  it('lets go of the folder when it cannot be opened', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'records'), 'a file, no folder');
    const openBroken = () => openStore({ databaseUrl: null, directory: broken });
    await expect(openBroken()).rejects.toThrow('EEXIST');
    await expect(openBroken()).rejects.toThrow('EEXIST');
  });

  it('says so when the folder cannot be written to', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openStore({ databaseUrl: null, directory: file })).rejects.toMatchObject({
      problem: { code: 'data-directory-not-writable', directory: file },
    });
  });

  it('clears away what was changed and deleted', async () => {
    const pglite = await PGlite.create(join(directory, 'records'));
    const client = createEmbeddedClient((message) => pglite.execProtocolRaw(message));
    const dead = async () => {
      const { rows } = await client.query(
        "select n_dead_tup::int as n from pg_stat_user_tables where relname = 'cursors'",
      );
      return (rows as { n: number }[])[0]?.n;
    };
    await client.query("insert into cursors select i::text, '0-0' from generate_series(1, 1000) as i");
    await client.query('delete from cursors');
    await waitUntil(async () => (await dead()) === 1000, 'The count of deleted rows');
    await keepUp(client);
    await waitUntil(async () => (await dead()) === 0, 'The end of the deleted rows');
    await client.query("update prompts set key = 'of before', marks = null");
    await pglite.close();
  });

  it('finds near duplicates among prompts whose marks were made in another way before', async () => {
    const store = await open();
    const asked = await create(store, someAsked());
    await waitUntil(async () => (await store.requests.similar(asked, 5)).length === 2, 'The marks');
    await store.close();
  });

  it('forgets a request whole or not at all, wherever the process dies', async () => {
    const opened = await openEmbedded(await wakeEmbedded(directory));
    const { requests, translations, gallery } = storeOn(opened, 0);
    const request = await create(storeOn(opened, 0), someAsked(), 'prompt-screened', 'withdrawn');
    const events = new Map((await requests.history(request.id)).map((entry) => [entry.version, forgetEvent(entry)]));
    await translations.keep(request.id, 'ar', { promptHash: 'hash', text: 'words of theirs' });
    const texts = ['words of theirs'];
    await gallery.keep([{ requestId: request.id, parentId: null, deliveredAt: NOW, style: '', texts }]);

    const { $client } = opened.records.drizzle as unknown as { $client: SqlClient };
    let statements = 1;
    const dying = createRecords({
      async query(...given) {
        statements -= 1;
        if (statements < 0) throw new Error('killed');
        return $client.query(...given);
      },
    });
    const { forget } = createForgetStore(dying, opened.news);
    await forget(forgetRequest(request), events).catch(() => {});
    expect(await requests.find(request.id)).toMatchObject({ prompt: '' });
    expect(await translations.find(request.id, 'ar')).toBeNull();
    expect(await gallery.family(request.id, 5)).toEqual([]);
    await opened.close();
  });

  it('refuses to change the history', async () => {
    const pglite = await PGlite.create(join(directory, 'records'));
    for (const statement of ["update history set actor = 'me'", 'delete from history', 'truncate history']) {
      await expect(pglite.query(statement)).rejects.toThrow('history can only be added to');
    }
    await pglite.close();
  });
});
