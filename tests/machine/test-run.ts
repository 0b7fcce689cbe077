import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from './wait-until.ts';

/**
 * Before the first test: the folder of this run, in which everything temporary is. After the last: stops what the workers started
 * for all of them, and what an app that a test killed left behind.
 */
export function setup(): (() => Promise<void>) | undefined {
  if (process.env.TEST_RUN_PID === String(process.pid)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'open-call-tests-'));
  // PostgreSQL runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  process.env.TEST_RUN_FOLDER = folder;
  process.env.TEST_RUN_PID = String(process.pid);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = join(folder, 'tmp');
  mkdirSync(process.env.TMPDIR);
  return async () => {
    await stopPostgres(join(folder, 'postgres.pid'));
    for (const pid of redisServersOf(folder)) signal(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    // The benches begin a run for each of them, in one process.
    delete process.env.TEST_RUN_FOLDER;
    delete process.env.TEST_RUN_PID;
  };
}

async function stopPostgres(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  // A fast shutdown, which ends open connections. Source: PostgreSQL, "Shutting Down the Server".
  if (!signal(pid, 'SIGINT')) return;
  await waitUntil(() => !signal(pid, 0), 'The end of PostgreSQL', 15_000).catch(() => signal(pid, 'SIGQUIT'));
}

/** Those that still listen in the folder. They show their socket in their title; where there is no /proc, none are found. */
function redisServersOf(folder: string): number[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => titleOf(pid).startsWith(`redis-server unixsocket:${folder}/`))
    .map(Number);
}

function titleOf(pid: string): string {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
  } catch {
    return '';
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
