import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { describeWith, freshDatabase, startRedis } from '../services.ts';
import { askAndApprove, startMain, untilDelivered } from './support/main-app.ts';

const CANARY = { database: 'canary-database-4711', redis: 'canary-redis-4711' };

/** Redis with a password, which one that is configured has. */
async function guardedRedis() {
  const redis = await startRedis({ own: true });
  const client = new Redis(redis.url);
  await client.config('SET', 'requirepass', CANARY.redis);
  client.disconnect();
  const url = new URL(redis.url);
  url.password = CANARY.redis;
  return { url: url.href, stop: redis.stop };
}

describeWith('postgres', 'with PostgreSQL', () => {
  describeWith('redis', 'and Redis', () => {
    it('no password, token or cookie is in what it says, at any level', { timeout: 400_000 }, async () => {
      const DATA_DIR = await mkdtemp(join(tmpdir(), 'open-call-secrets-'));
      const [database, redis] = await Promise.all([freshDatabase(), guardedRedis()]);
      const DATABASE_URL = new URL(database.url);
      DATABASE_URL.password = CANARY.database;
      const settings = { DATA_DIR, DATABASE_URL: DATABASE_URL.href, REDIS_URL: redis.url, LOG_LEVEL: 'trace' };
      const app = await startMain(settings);
      try {
        const id = await askAndApprove(app, '@opencall a kite over the sea --seconds 1 --resolution 360 --sound none');
        await untilDelivered(app, id);
        // What goes wrong is written down in full, so these too: a wrong token, a form that is none, a lost page.
        await app.visitor.fetch('/api/desk/session', {
          method: 'POST',
          body: '{',
          headers: { 'content-type': 'application/json' },
        });
        await app.visitor.fetch('/api/room/posts', {
          method: 'POST',
          body: 'x',
          headers: { 'content-type': 'multipart/form-data' },
        });
        await app.visitor.fetch(`/sign-in?token=${tokenOf(app.link)}`);
        app.press();
        expect(await app.ended).toBe(0);

        expect(app.stderr(), 'it was told to say all').toContain('"level":20');
        const secrets = [
          ...Object.values(CANARY),
          tokenOf(app.link),
          ...app.visitor.cookies(),
          ...app.curator.cookies(),
        ];
        expect(secrets.length).toBeGreaterThan(4);
        for (const secret of secrets) expect(app.stderr().includes(secret), secret).toBe(false);
        for (const secret of Object.values(CANARY)) expect(app.stdout().includes(secret), secret).toBe(false);
      } finally {
        await app.kill();
        await Promise.all([database.drop(), redis.stop(), rm(DATA_DIR, { recursive: true, force: true })]);
      }
    });
  });
});

const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';
