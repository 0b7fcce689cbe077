import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { endOrphan } from '../../../src/queue/redis-orphan.ts';
import { dataFolder } from '../../services.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { type Curator, createVisitor, signIn, type Visitor } from './browser-like.ts';
import type { CrashPoint } from './crash-points.ts';

export interface World {
  dataDirectory: string;
  /** Somebody who was not here before. */
  somebody(): Visitor;
  curator(): Curator;
  /** From now on the app dies at that of the points, once. `wipeQueue`: with all that Redis held gone then. */
  arm(index: number, options: { wipeQueue: boolean }): Promise<void>;
  /** How often the app killed itself since it was armed. */
  crashes(): number;
  /** Tries until it answers something, starting the app again whenever it died. */
  until<Result>(what: string, attempt: () => Promise<Result | undefined>): Promise<Result>;
  /** Ends the app cleanly; the records can then be opened by the test. */
  stop(): Promise<void>;
  /** Removes everything. */
  remove(): Promise<void>;
}

export interface WorldOptions {
  /** Where the app may be told to die. */
  points: readonly CrashPoint[];
  withinMs: number;
  /** Whether clips are made in no time. */
  instant: boolean;
}

/** One machine with the app on it, which dies where it is told to and is started again, as a supervisor would. */
export async function createWorld({ points, withinMs, instant }: WorldOptions): Promise<World> {
  const dataDirectory = dataFolder('crash');
  let crashes = 0;
  let wipeQueue = false;
  let app: AppProcess | null = null;
  let curator: Curator | null = null;
  const url = () => app?.url ?? '';

  async function start(): Promise<void> {
    const environment = instant ? { INSTANT_ENGINE: 'true' } : {};
    const started = await startAppProcess({ dataDirectory, environment, points });
    if (!started) throw new Error('The app died on the way up');
    app = started;
    void started.died.then((signal) => {
      if (signal === 'SIGKILL') app = null;
    });
    curator = await signIn(url, started.link);
  }

  /** With the server that the killed app left behind, which nobody would find any more. */
  async function wipe(): Promise<void> {
    const folder = join(dataDirectory, 'redis');
    await endOrphan(folder, pino({ level: 'silent' }));
    await rm(folder, { recursive: true, force: true });
  }

  async function startAgain(): Promise<void> {
    crashes += 1;
    if (wipeQueue) await wipe();
    await start();
  }

  await start();
  return {
    dataDirectory,
    somebody: () => createVisitor(url),
    curator() {
      if (!curator) throw new Error('Nobody is signed in');
      return curator;
    },
    async arm(index, options) {
      ({ wipeQueue } = options);
      crashes = 0;
      await app?.arm(index);
    },
    crashes: () => crashes,
    async until(what, attempt) {
      const end = Date.now() + withinMs;
      let cause: unknown;
      while (Date.now() < end) {
        if (!app) await startAgain();
        try {
          const result = await attempt();
          if (result !== undefined) return result;
        } catch (error) {
          cause = error;
        }
        // The app answers from embedded records: asked more often, it works for the answers more than for the clip.
        await delay(200);
      }
      throw new Error(`${what} did not come within ${withinMs} ms`, { cause });
    },
    async stop() {
      await app?.stop();
    },
    async remove() {
      await app?.kill();
      await wipe();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The jobs that the storyboard engine was ever asked for: its own ledger. */
export async function storyboardJobs(dataDirectory: string): Promise<number> {
  return (await readdir(join(dataDirectory, 'storyboard'))).length;
}
