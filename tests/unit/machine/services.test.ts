import { Redis } from 'ioredis';
import pg from 'pg';
import { expect, it } from 'vitest';
import { describeWith, freshDatabase, startRedis } from '../../services.ts';

describeWith('redis', 'a Redis for tests', () => {
  it.each([{ own: false }, { own: true }])('starts empty, wipes and stops (%o)', async (options) => {
    const redis = await startRedis(options);
    const client = new Redis(redis.url);
    try {
      expect(await client.dbsize()).toBe(0);
      await client.set('key', 'value');
      await redis.wipe();
      expect(await client.get('key')).toBeNull();
    } finally {
      client.disconnect();
      await redis.stop();
    }
  });
});

describeWith('postgres', 'a PostgreSQL database for tests', () => {
  it('is empty and nobody else’s', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    const client = new pg.Client(one.url);
    await client.connect();
    try {
      await client.query('create table here (id int)');
      const found = await client.query('select current_database() as name, (select count(*)::int from here) as rows');
      expect(found.rows[0].rows).toBe(0);
      expect(other.url).not.toContain(found.rows[0].name);
    } finally {
      await client.end();
      await Promise.all([one.drop(), other.drop()]);
    }
  });
});
