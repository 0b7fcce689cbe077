import { tmpdir } from 'node:os';
import { startInProcessRedis } from '../../src/queue/in-process-redis.ts';
import { parseRedisUrl } from '../../src/queue/redis-connection.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createFakeRecords } from '../fakes/fake-work-store.ts';
import { describeWith, freshDatabase, startRedis } from '../services.ts';
import { queueContract } from './queue.ts';
import type { QueueUnderTest } from './queue-set-up.ts';

const clock = () => new Date();

const realRedis: QueueUnderTest['startRedis'] = async () => {
  const { url, stop } = await startRedis();
  return { address: parseRedisUrl(url), stop };
};

const inProcessRedis: QueueUnderTest['startRedis'] = async () => {
  const { address, close } = await startInProcessRedis();
  return { address, stop: close };
};

const inMemory: QueueUnderTest['openRecords'] = async () => ({ ...createFakeRecords(clock), close: async () => {} });

const onPostgres: QueueUnderTest['openRecords'] = async () => {
  const { url, drop } = await freshDatabase();
  const { work, requests, close } = await openStore({ databaseUrl: url, directory: tmpdir() });
  return {
    work,
    requests,
    async close() {
      await close();
      await drop();
    },
  };
};

queueContract('js-redis-server', { startRedis: inProcessRedis, openRecords: inMemory });

describeWith('redis', 'a real Redis', () => {
  queueContract('redis-server', { startRedis: realRedis, openRecords: inMemory });

  describeWith('postgres', 'and PostgreSQL', () => {
    queueContract('redis-server and PostgreSQL', { startRedis: realRedis, openRecords: onPostgres });
  });
});
