import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWith, freshDatabase, startRedis, type TestDatabase, type TestRedis, waitUntil } from '../services.ts';
import { type AppProcess, startAppProcess } from './support/app-process.ts';
import { createVisitor, signIn } from './support/browser-like.ts';

const PROMPT = '@opencall a kite over the sea --seconds 1 --resolution 360 --sound none';

describeWith('postgres', 'with PostgreSQL', () => {
  describeWith('redis', 'and Redis', () => {
    let dataDirectory: string;
    let database: TestDatabase;
    let redis: TestRedis;
    const running: AppProcess[] = [];

    beforeEach(async () => {
      dataDirectory = await mkdtemp(join(tmpdir(), 'open-call-roles-'));
      [database, redis] = await Promise.all([freshDatabase(), startRedis()]);
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map((app) => app.stop()));
      await Promise.all([database.drop(), redis.stop(), rm(dataDirectory, { recursive: true, force: true })]);
    });

    async function start(role: string): Promise<AppProcess> {
      const environment = { ROLES: role, DATABASE_URL: database.url, REDIS_URL: redis.url, LEASE_SECONDS: '3' };
      const app = await startAppProcess({ dataDirectory, environment });
      if (!app) throw new Error(`${role} died`);
      running.push(app);
      return app;
    }

    it('bots, worker and web are three processes, any of which may come late or be killed', {
      timeout: 180_000,
    }, async () => {
      const web = await start('web');
      const visitor = createVisitor(() => web.url);
      const curator = await signIn(() => web.url, web.link);
      await visitor.ask(PROMPT);
      expect((await visitor.threads())[0]?.request, 'nobody listens yet').toBeNull();

      const bots = await start('bots');
      await waitUntil(async () => (await visitor.threads())[0]?.request?.state === 'in-review', 'the request', 60_000);
      const id = (await visitor.threads())[0]?.request?.id ?? '';
      expect(await curator.act(id, { action: 'approve' })).toMatchObject({ outcome: 'done' });
      expect((await visitor.request(id)).placeInLine, 'nobody works yet').toBe(0);

      const worker = await start('worker');
      await waitUntil(async () => (await visitor.request(id)).state === 'generating', 'the start', 60_000);
      await worker.kill();
      await start('worker');
      // What the killed worker held comes back when its lease ends.
      await waitUntil(async () => (await visitor.request(id)).state === 'delivered', 'the clip', 120_000);
      await waitUntil(async () => (await visitor.threads())[0]?.answers.length === 2, 'both posts', 30_000);

      await bots.kill();
      await visitor.ask(PROMPT.replace('kite', 'whale'));
      await start('bots');
      await waitUntil(async () => (await visitor.threads())[0]?.request?.state === 'in-review', 'the next one', 60_000);
      expect((await visitor.threads()).map(({ answers }) => answers.length)).toContain(2);
    });
  });
});
