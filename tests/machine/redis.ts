import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { waitUntil } from './wait-until.ts';

export interface TestRedis {
  /** With a database number where the server is shared. */
  url: string;
  /** Forgets everything, as if the machine under Redis had been lost. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

export function findRedisServer(): string | null {
  return findProgram(['redis-server', 'valkey-server'], ['/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin']);
}

/**
 * A Redis for one test file: an empty database of the server at `TEST_REDIS_URL`, else a server of its own. `own: true`
 * always starts one, for tests that stop or kill it.
 */
export async function startRedis({ own = false } = {}): Promise<TestRedis> {
  const shared = process.env.TEST_REDIS_URL;
  return shared && !own ? connectToShared(shared) : startOwn();
}

async function connectToShared(sharedUrl: string): Promise<TestRedis> {
  const url = new URL(sharedUrl);
  // No two workers that run at the same time have the same number.
  url.pathname = `/${process.env.VITEST_POOL_ID ?? 0}`;
  const wipe = () => wipeAt(url.href);
  await wipe();
  return { url: url.href, wipe, stop: wipe };
}

async function wipeAt(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => {});
  await client.flushdb().finally(() => client.disconnect());
}

async function startOwn(attemptsLeft = 3): Promise<TestRedis> {
  const program = findRedisServer();
  if (program === null) throw new Error('redis-server is not on PATH');
  const folder = await mkdtemp(join(tmpdir(), 'open-call-redis-'));
  const port = await freePort();
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const server = spawn(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  const ended = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}/0`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  // A worker that ends without stopping it, by process.exit or a failed hook, takes it along.
  process.once('exit', () => server.kill('SIGKILL'));
  const ready = waitUntil(() => wipeAt(url).then(() => true), 'redis-server');
  const came = await Promise.race([ready.then(() => true), ended.then(() => false)]);
  if (came) return { url, wipe: () => wipeAt(url), stop };
  await stop();
  if (attemptsLeft === 0) throw new Error('redis-server would not start');
  return startOwn(attemptsLeft - 1);
}
