import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from './figure.ts';
import { inFolder } from './support/databases.ts';
import { residentMegabytes, startApp } from './support/running-app.ts';

const IDLE_MS = 10_000;

/** What the app holds in memory when nothing happens, on embedded defaults. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    // Opened once before, so that making the database is not in it.
    await (await startApp(directory)).stop();
    const app = await startApp(directory);
    try {
      await delay(IDLE_MS);
      const value = residentMegabytes(app.child.pid ?? 0);
      if (value === null) return [];
      const note = `resident memory of the app's process ${IDLE_MS / 1000} s after the ready line, all roles, the embedded redis-server is a process of its own; Node with PGlite open and nothing else holds 330 to 510 MB`;
      return [{ name: 'idle-memory', value, unit: 'MB', limit: null, ratio: null, target: null, note }];
    } finally {
      await app.stop();
    }
  });
}
