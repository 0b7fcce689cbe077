import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { nodeArguments } from '../../../scripts/launch/node-arguments.mjs';
import type { CrashPoint } from './crash-points.ts';

export interface AppProcess {
  /** Where its pages are; empty where it has none. */
  url: string;
  link: string;
  /** Resolves when it died, with the signal that killed it. */
  died: Promise<NodeJS.Signals | null>;
  /** From now on it dies at that of its `points`. */
  arm(index: number): Promise<void>;
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does, and waits for it. */
  stop(): Promise<void>;
}

export interface AppProcessOptions {
  dataDirectory: string;
  /** Where it dies, armed from the start. */
  crash?: CrashPoint;
  /** Where it may be told to die. */
  points?: readonly CrashPoint[];
  environment?: Record<string, string>;
}

/** Every process that is alive, so that a failed test leaves none behind. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts the app in a process of its own. Null when it died on the way up, as a crash point may have it. */
export async function startAppProcess(options: AppProcessOptions): Promise<AppProcess | null> {
  const { dataDirectory, crash, points = [], environment = {} } = options;
  const child = fork(new URL('./crashing-app.ts', import.meta.url), {
    env: {
      ...process.env,
      DATA_DIR: dataDirectory,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      // Nobody looks at them, and AV1 would take the processor from what is tested.
      WEB_VERSIONS: 'off',
      UNDO_SECONDS: '0',
      ...environment,
      CRASH_POINTS: JSON.stringify(crash ? [crash] : points),
      ...(crash && { ARMED: '0' }),
    },
    execArgv: nodeArguments,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  alive.add(child);
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const died = once(child, 'exit').then(([, signal]) => {
    alive.delete(child);
    return signal as NodeJS.Signals | null;
  });
  const ready = once(child, 'message').then(([message]) => message as { url: string | null; link: string | null });
  const first = await Promise.race([ready, died.then(() => null)]);
  if (!first) {
    if ((await died) !== 'SIGKILL') throw new Error(`The app did not start: ${complaint}`);
    return null;
  }
  return {
    url: first.url ?? '',
    link: first.link ?? '',
    died,
    async arm(index) {
      const heard = once(child, 'message');
      child.send({ arm: index });
      await heard;
    },
    async kill() {
      child.kill('SIGKILL');
      await died;
    },
    async stop() {
      child.kill('SIGTERM');
      await died;
    },
  };
}
