import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { advance } from '../../src/requests/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { describeWith, freshDatabase, type TestDatabase, waitUntil } from '../services.ts';
import { clock, create, someAsked } from './store-samples.ts';

describeWith('postgres', 'store on PostgreSQL, beyond the contract', () => {
  let database: TestDatabase;
  const opened: Store[] = [];
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.end()));
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  afterAll(() => database?.drop());

  async function open(databaseUrl = database.url): Promise<Store> {
    const store = await openStore({ databaseUrl, directory: 'not used' });
    opened.push(store);
    return store;
  }
  async function connect(databaseUrl = database.url): Promise<pg.Client> {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    clients.push(client);
    return client;
  }
  const entry = (requestId: string) =>
    `insert into history (request_id, version, at, to_state, event)
     values ('${requestId}', 1, now(), 'received', '{"kind":"asked"}')`;

  async function readAll(store: Store, after: string): Promise<{ ids: string[]; cursor: string }> {
    const { entries, cursor } = await store.history.read(after, 100);
    return { ids: entries.map(({ requestId }) => requestId), cursor };
  }

  it('brings an empty database up to date when several processes start at once', async () => {
    const empty = await freshDatabase();
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(empty.url)));
    const request = await create(stores[0] as Store, someAsked());
    expect(await stores[3]?.requests.find(request.id)).toEqual(request);
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await empty.drop();
  });

  it('passes by no entry, though transactions end in another order than they began in', async () => {
    const store = await open();
    const [early, late] = [await connect(), await connect()];
    const start = await store.history.end();
    await early.query('begin');
    await early.query(entry('begun first'));
    await late.query('begin');
    await late.query(entry('begun second'));
    await late.query('commit');
    // The second has its number already, but the first can still come before it.
    const before = await readAll(store, start);
    expect(before).toEqual({ ids: [], cursor: start });
    await early.query('commit');
    let after = before;
    await waitUntil(async () => {
      after = await readAll(store, start);
      return after.ids.length > 0;
    }, 'The entries');
    expect(after.ids).toEqual(['begun first', 'begun second']);
  });

  it('passes by no entry whose number was drawn early and whose transaction began late', async () => {
    const store = await open();
    const [early, late] = [await connect(), await connect()];
    const start = await store.history.end();
    const [drawn] = (await late.query(`select nextval('history_seq_seq') as seq`)).rows as { seq: string }[];
    await early.query(entry('first to be read'));
    let read = await readAll(store, start);
    await waitUntil(async () => {
      read = await readAll(store, start);
      return read.ids.length === 1;
    }, 'The first entry');
    await late.query(
      entry('lower number')
        .replace('(request_id', '(seq, request_id')
        .replace('values (', `overriding system value values (${drawn?.seq}, `),
    );
    await waitUntil(async () => (await readAll(store, read.cursor)).ids.length === 1, 'The second entry');
    expect((await readAll(store, read.cursor)).ids).toEqual(['lower number']);
  });

  it.each(["update history set actor = 'me'", 'delete from history', 'truncate history', 'truncate history cascade'])(
    'refuses to change the history: %s',
    async (statement) => {
      await create(await open(), someAsked());
      await expect((await connect()).query(statement)).rejects.toThrow('history can only be added to');
    },
  );

  it('tells other processes what was committed', async () => {
    const [writer, follower] = [await open(), await open()];
    const told = { history: 0, work: 0, room: 0 };
    await waitUntil(async () => (await listeners()) === 2, 'Both listeners');
    follower.history.onNews(() => {
      told.history += 1;
    });
    follower.work.onNews(() => {
      told.work += 1;
    });
    const before = performance.now();
    await create(writer, someAsked());
    await waitUntil(() => told.history > 0 && told.work > 0, 'The news');
    expect(performance.now() - before).toBeLessThan(1500);
  });

  async function listeners(): Promise<number> {
    const { rows } = await (await connect()).query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and application_name = 'open-call news' and query like 'listen%'`,
    );
    return rows[0].n;
  }

  it('hears news again after the line was cut', async () => {
    const [writer, follower] = [await open(), await open()];
    await waitUntil(async () => (await listeners()) === 2, 'Both listeners');
    const admin = await connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'open-call%'`,
    );
    await waitUntil(async () => (await listeners()) === 2, 'Both listeners, again');
    let told = 0;
    follower.history.onNews(() => {
      told += 1;
    });
    const before = told;
    // The pool may still hand out a connection that was cut; whoever writes then tries again.
    const written = () =>
      create(writer, someAsked()).then(
        () => true,
        () => false,
      );
    await waitUntil(written, 'A write');
    await waitUntil(() => told > before, 'The news');
  });

  it('goes on in order after a backup was restored on a server whose transactions have low numbers', async () => {
    const old = await open();
    await create(old, someAsked());
    const admin = await connect();
    // As if all of this had been written on a server that is a billion transactions older.
    await admin.query('alter table history disable trigger user');
    await admin.query('update history set tx = tx + 1000000000');
    await admin.query('alter table history enable trigger user');
    const restored = await open();
    let end = await restored.history.end();
    await waitUntil(async () => {
      end = await restored.history.end();
      return end.startsWith('1000');
    }, 'The end of what was restored');
    const request = await create(restored, someAsked());
    await waitUntil(async () => (await readAll(restored, end)).ids.length === 1, 'The new entry');
    expect((await readAll(restored, end)).ids).toEqual([request.id]);
  });

  it('lets ten processes at once overrun no budget', async () => {
    const stores = await Promise.all(Array.from({ length: 10 }, () => open()));
    const [first] = stores as [Store, ...Store[]];
    const callId = 'call-of-ten';
    const reservation = { usd: 1, day: '2031-05-01', budgets: [{ scope: `call:${callId}`, limitUsd: 7 }] };
    const outcomes = await Promise.all(
      stores.flatMap((store) =>
        Array.from({ length: 3 }, async () => {
          const request = await create(
            store,
            someAsked({ callId }),
            ...(['prompt-screened', 'approved', 'generation-started'] as const),
          );
          const event = { kind: 'shot-intended', shot: 0, key: request.id, reservation } as const;
          return (await advance({ requests: store.requests, clock }, request, event)).applies;
        }),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(7);
    expect(await first.ledger.used([`call:${callId}`])).toEqual([7]);
  });

  it('says so when the database cannot be reached', async () => {
    await expect(open('postgres://nobody:secret@127.0.0.1:1/none')).rejects.toMatchObject({
      name: 'StoreUnavailable',
      problem: { code: 'database-unreachable' },
      message: expect.not.stringContaining('secret'),
    });
  });
});
