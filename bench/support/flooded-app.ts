import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { nodeArguments } from '../../scripts/launch/node-arguments.mjs';
import type { Figure } from '../figure.ts';
import { residentMegabytes } from './running-app.ts';

const COUNT_EVERY_MS = 250;

/** The whole app on embedded defaults in a process of its own, while mentions rush in. */
export interface FloodedApp {
  /** Waits until so many requests wait for a curator. */
  untilWaiting(requests: number): Promise<void>;
}

/**
 * Has the app on a platform go through what `flood` does to it. Gives what that measured, and the memory that the app
 * had in the end; throws when the app ends by itself.
 */
export async function throughFlood<Measured>(
  name: string,
  environment: Readonly<Record<string, string>>,
  flood: (app: FloodedApp) => Promise<Measured>,
): Promise<{ measured: Measured; memory: Figure[] }> {
  const child = fork(new URL('./counting-app.ts', import.meta.url), {
    env: { ...process.env, PORT: '0', ...environment },
    execArgv: nodeArguments,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The app ended by itself, with ${code ?? signal}`);
  });
  // Heard of where something is waited for.
  died.catch(() => {});
  const app: FloodedApp = {
    async untilWaiting(requests) {
      for (;;) {
        const answer = once(child, 'message');
        child.send('how many');
        const [{ waiting }] = (await answer) as [{ waiting: number }];
        if (waiting >= requests) return;
        await delay(COUNT_EVERY_MS);
      }
    },
  };
  try {
    await Promise.race([once(child, 'message'), died]);
    const before = residentMegabytes(child.pid ?? 0);
    const measured = await Promise.race([flood(app), died]);
    return { measured, memory: memoryFigure(name, before, residentMegabytes(child.pid ?? 0)) };
  } finally {
    child.kill('SIGKILL');
  }
}

function memoryFigure(name: string, before: number | null, after: number | null): Figure[] {
  if (before === null || after === null) return [];
  const note = `resident memory of the app's process when all of it is in the records; ${Math.round(before)} MB before`;
  return [{ name, value: after, unit: 'MB', limit: null, ratio: null, target: null, note }];
}
