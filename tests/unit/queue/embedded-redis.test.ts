import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRedis, type RedisHandle } from '../../../src/queue/embedded-redis.ts';
import type { RedisAddress } from '../../../src/queue/redis-connection.ts';
import { describeWith, startRedis, waitUntil } from '../../services.ts';

let directory: string;
let lines: { msg: string }[];
const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
beforeEach(async () => {
  lines = [];
  directory = await mkdtemp(join(tmpdir(), 'open-call-queue-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function on<Answer>(address: RedisAddress, ask: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis({ ...address, maxRetriesPerRequest: null });
  redis.on('error', () => {});
  return ask(redis).finally(() => redis.disconnect());
}
const pidOf = async (address: RedisAddress) =>
  Number(/process_id:(\d+)/.exec(await on(address, (redis) => redis.info('server')))?.[1]);
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describeWith('redis', 'openRedis with redis-server', () => {
  const open = () => openRedis({ url: null, directory, logger });
  let handle: RedisHandle | null = null;
  afterEach(async () => {
    await handle?.close();
    handle = null;
  });

  it('is private, keeps its data over a restart, and leaves nothing running', async () => {
    handle = await open();
    expect(handle).toMatchObject({ description: `redis-server in ${join(directory, 'redis')}` });
    const socket = await stat(handle.address.path ?? '');
    expect(socket.mode & 0o077).toBe(0);
    const config = await on(handle.address, (redis) => redis.config('GET', 'maxmemory-policy'));
    expect(config).toContain('noeviction');
    expect(await on(handle.address, (redis) => redis.config('GET', 'port'))).toContain('0');
    await on(handle.address, (redis) => redis.set('kept', 'yes'));
    const pid = await pidOf(handle.address);
    const place = dirname(handle.address.path ?? '');
    await handle.close();
    expect(isAlive(pid)).toBe(false);
    await expect(stat(place)).rejects.toThrow();
    handle = await open();
    expect(await on(handle.address, (redis) => redis.get('kept'))).toBe('yes');
  });

  it('is started again at the same place when it dies', async () => {
    handle = await open();
    const { address } = handle;
    const first = await pidOf(address);
    process.kill(first, 'SIGKILL');
    await waitUntil(async () => (await pidOf(address)) !== first, 'another redis-server');
    expect(lines.some(({ msg }) => /ended; starting it again/.test(msg))).toBe(true);
  });

  it('starts empty when its data cannot be read', async () => {
    handle = await open();
    await on(handle.address, (redis) => redis.set('kept', 'yes'));
    await handle.close();
    const data = join(directory, 'redis', 'appendonlydir');
    for (const name of await readdir(data)) await writeFile(join(data, name), 'not an append-only file');
    handle = await open();
    expect(handle.description).toMatch(/^redis-server/);
    expect(await on(handle.address, (redis) => redis.get('kept'))).toBeNull();
    expect(lines.some(({ msg }) => /starts empty/.test(msg))).toBe(true);
  });

  it('ends what a killed process left behind, and starts on its data', async () => {
    const parent = fork(new URL('../../fakes/redis-parent.ts', import.meta.url), [directory]);
    const [address] = (await once(parent, 'message')) as [RedisAddress];
    const orphan = await pidOf(address);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(isAlive(orphan)).toBe(true);
    handle = await open();
    await waitUntil(() => !isAlive(orphan), 'the end of the orphan');
    expect(await pidOf(handle.address)).not.toBe(orphan);
    expect(await on(handle.address, (redis) => redis.get('kept'))).toBe('yes');
  });

  it('leaves a process alone that has got the number of an old one', async () => {
    handle = await open();
    await handle.close();
    const file = join(directory, 'redis', 'redis.pid.json');
    await writeFile(file, JSON.stringify({ pid: process.pid, path: join(directory, 'old.sock') }));
    handle = await open();
    expect(JSON.parse(await readFile(file, 'utf8')).pid).not.toBe(process.pid);
  });
});

describe('openRedis without redis-server', () => {
  it('falls back on a Redis in this process, on a private socket', async () => {
    const handle = await openRedis({ url: null, directory, logger, command: 'no-such-redis-server' });
    expect(handle).toMatchObject({ description: 'js-redis-server in this process' });
    expect(await on(handle.address, (redis) => redis.ping())).toBe('PONG');
    expect(Object.keys(handle.address)).toEqual(['path']);
    expect(lines).toEqual([]);
    await handle.close();
  });
});

describeWith('redis', 'openRedis with a configured Redis', () => {
  it('takes it, and leaves it running', async () => {
    const redis = await startRedis({ own: true });
    const handle = await openRedis({ url: redis.url, directory, logger });
    expect(handle).toMatchObject({ description: expect.stringMatching(/^Redis at redis:\/\/127/) });
    await handle.close();
    expect(await on(handle.address, (client) => client.ping())).toBe('PONG');
    await redis.stop();
  });

  it('says what is wrong with one that would throw jobs away, that is a replica, or that wants a password', async () => {
    const redis = await startRedis({ own: true });
    const client = new Redis(redis.url);
    const opened = () => openRedis({ url: redis.url, directory, logger });
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await opened();
    expect(lines.map(({ msg }) => msg)).toEqual([expect.stringMatching(/set it to noeviction/)]);
    await client.config('SET', 'maxmemory', '100mb');
    await expect(opened()).rejects.toMatchObject({ code: 'unusable', message: expect.stringMatching(/noeviction/) });
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    await client.replicaof('127.0.0.1', 1);
    await expect(opened()).rejects.toThrow(/read-only replica/);
    await client.replicaof('NO', 'ONE');
    await client.config('SET', 'requirepass', 'canary');
    await expect(opened()).rejects.toThrow(/does not let us in/);
    client.disconnect();
    await redis.stop();
  });
});
