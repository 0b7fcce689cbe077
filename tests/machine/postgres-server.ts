import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { testRunFolder } from './test-run-folder.ts';
import { waitUntil } from './wait-until.ts';

/** Where systems keep PostgreSQL's server programs, which Debian leaves off PATH; the newest first. */
function programFolders(): string[] {
  const versioned = ['/usr/lib/postgresql', '/usr/local/lib/postgresql'].filter((folder) => existsSync(folder));
  const newestFirst = versioned.flatMap((folder) =>
    readdirSync(folder)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(folder, version, 'bin')),
  );
  return [...newestFirst, '/usr/pgsql/bin', '/opt/homebrew/bin', '/usr/local/bin'];
}

export function findPostgresPrograms(): { initdb: string; postgres: string } | null {
  const initdb = findProgram(['initdb'], programFolders());
  const postgres = findProgram(['postgres'], programFolders());
  return initdb && postgres ? { initdb, postgres } : null;
}

/** The server refuses to run as root, so there it runs as the user that its package made. */
function serverUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

/** Nothing here has to survive a power cut. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=200',
  'listen_addresses=127.0.0.1',
];

/**
 * Stops the server and removes its folder once the test run is gone, even if that was killed.
 * Arguments: the run's process id, the server's, the folder.
 */
const keeper = 'while kill -0 "$1" && kill -0 "$2"; do sleep 1; done; kill -INT "$2"; sleep 1; rm -rf "$3"';

async function startServer(folder: string): Promise<string> {
  const programs = findPostgresPrograms();
  if (programs === null) throw new Error('PostgreSQL’s server programs are not installed');
  const user = serverUser();
  mkdirSync(folder);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initialise = ['-D', data, '-U', 'open_call', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(programs.initdb, initialise, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });

  const port = await freePort();
  const log = openSync(join(folder, 'log'), 'a');
  const serve = ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(programs.postgres, serve, { ...user, cwd: folder, detached: true, stdio: ['ignore', log, log] });
  server.unref();
  writeFileSync(join(testRunFolder(), 'postgres.pid'), String(server.pid));
  const watched = [String(process.env.TEST_RUN_PID), String(server.pid), testRunFolder()];
  spawn('sh', ['-c', keeper, 'sh', ...watched], { detached: true, stdio: 'ignore' }).unref();

  const url = `postgres://open_call@127.0.0.1:${port}/postgres`;
  await waitUntil(async () => {
    if (server.exitCode !== null) throw new Error(readFileSync(join(folder, 'log'), 'utf8'));
    const client = new pg.Client(url);
    await client.connect();
    await client.end();
    return true;
  }, 'PostgreSQL');
  return url;
}

/**
 * Address of the one PostgreSQL that a test run has: `TEST_DATABASE_URL`, else a private server that the first who asks
 * starts, for all of the run's workers, and the end of the run stops.
 */
export async function postgresServer(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const address = join(testRunFolder(), 'postgres.url');
  const folder = join(testRunFolder(), 'postgres');
  try {
    mkdirSync(`${folder}.claimed`);
  } catch {
    await waitUntil(() => existsSync(address), 'The PostgreSQL that another worker starts', 60_000);
    return readFileSync(address, 'utf8');
  }
  const url = await startServer(folder);
  writeFileSync(`${address}.part`, url);
  renameSync(`${address}.part`, address);
  return url;
}
