import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { checkRedis } from './check-redis.ts';
import type { RunningRedis } from './in-process-redis.ts';
import { unusable } from './redis-connection.ts';
import { endOrphan, PID_FILE } from './redis-orphan.ts';

const READY_WITHIN_MS = 15_000;
const END_WITHIN_MS = 5000;
const FIRST_RESTART_MS = 100;
const SLOWEST_RESTART_MS = 5000;

/**
 * Runs the machine's own redis-server for this folder alone: on a Unix socket that only we can open, with an
 * append-only file. Starts it again when it dies. An orphan of an earlier run that was killed is ended first, so the
 * caller must hold the data folder's lock. Rejects when it cannot be started.
 */
export async function startRedisProcess(command: string, folder: string, logger: Logger): Promise<RunningRedis> {
  const directory = resolve(folder);
  await mkdir(directory, { recursive: true });
  await endOrphan(directory, logger);
  // A short path: a Unix socket's may have 104 to 108 bytes, and data folders can be deep.
  const place = await mkdtemp(join(tmpdir(), 'open-call-'));
  const path = join(place, 'redis.sock');
  const launch = () => launchRedis(command, directory, path, logger);
  const keeper = keepAlive(await launchOnSoundData(launch, directory, logger).catch(cleanUp), launch, logger);

  async function cleanUp(error?: unknown): Promise<never> {
    await rm(place, { recursive: true, force: true });
    throw error;
  }
  return {
    address: { path },
    async close() {
      await keeper.end();
      await rm(join(directory, PID_FILE), { force: true });
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** Starts the child and waits until it answers; it is dead again when this rejects. */
async function launchRedis(command: string, directory: string, path: string, logger: Logger): Promise<ChildProcess> {
  const settings = {
    port: '0',
    unixsocket: path,
    unixsocketperm: '700',
    dir: directory,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    logfile: join(directory, 'redis.log'),
    loglevel: 'warning',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  // In a process group of its own, so that Ctrl-C in a terminal does not end it while we still drain.
  const child = spawn(command, flags, { stdio: 'ignore', detached: true });
  const died = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(unusable(`redis-server ended with ${signal ?? code}; see ${settings.logfile}`));
    });
  });
  // It may die later, when nobody waits here any more.
  died.catch(() => {});
  try {
    if (child.pid !== undefined) {
      await writeFile(join(directory, PID_FILE), JSON.stringify({ pid: child.pid, path }));
    }
    await Promise.race([died, checkRedis({ path }, READY_WITHIN_MS, logger)]);
    return child;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Starts with the data that is there; where redis-server will not have it, without: the records know all of it. */
async function launchOnSoundData(launch: () => Promise<ChildProcess>, directory: string, logger: Logger) {
  try {
    return await launch();
  } catch (error) {
    const data = join(directory, 'appendonlydir');
    const there = await access(data).then(
      () => true,
      () => false,
    );
    if (!there || isMissing(error)) throw error;
    logger.warn({ err: error }, 'The embedded redis-server cannot read its data and starts empty; no work is lost');
    await rm(`${data}.unreadable`, { recursive: true, force: true });
    await rename(data, `${data}.unreadable`);
    return launch();
  }
}

/** Sees that there is always a child, until the end. */
function keepAlive(first: ChildProcess, launch: () => Promise<ChildProcess>, logger: Logger) {
  let child = first;
  let waitMs = FIRST_RESTART_MS;
  let ending = false;
  let revival: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  // Our own end, however it comes, is the child's too.
  const takeAlong = () => child.kill('SIGTERM');
  process.once('exit', takeAlong);

  function watch(): void {
    const mourn = () => {
      if (ending) return;
      logger.warn(
        { code: child.exitCode, signal: child.signalCode },
        'The embedded redis-server ended; starting it again',
      );
      timer = setTimeout(() => {
        revival = revive();
      }, waitMs);
      waitMs = Math.min(waitMs * 2, SLOWEST_RESTART_MS);
    };
    if (hasEnded(child)) mourn();
    else child.once('exit', mourn);
  }

  async function revive(): Promise<void> {
    try {
      child = await launch();
      waitMs = FIRST_RESTART_MS;
    } catch (error) {
      logger.error({ err: error }, 'The embedded redis-server does not start');
    }
    watch();
  }

  watch();
  return {
    async end(): Promise<void> {
      ending = true;
      clearTimeout(timer);
      await revival;
      process.off('exit', takeAlong);
      await endChild(child);
    },
  };
}

/** Whether there is no redis-server on this machine at all. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await ended;
  clearTimeout(force);
}
