import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeArguments } from '../../scripts/launch/node-arguments.mjs';
import { freePort } from '../../tests/services.ts';

const MAIN = fileURLToPath(new URL('../../src/app/main.ts', import.meta.url));
const READY_WITHIN_MS = 120_000;

/** The app as `npm start` starts it, in a process of its own. */
export interface RunningApp {
  child: ChildProcess;
  /** Where its pages are. */
  url: URL;
  /** From the start of the process to the line that says where everything is, in milliseconds. */
  readyMs: number;
  stop(): Promise<void>;
}

export async function startApp(directory: string): Promise<RunningApp> {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: directory, PORT: String(port), LOG_LEVEL: 'warn' };
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, MAIN], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  const ready = Promise.withResolvers<void>();
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes('Ctrl-C stops it')) ready.resolve();
  });
  const late = setTimeout(() => ready.reject(new Error('The app is not ready')), READY_WITHIN_MS);
  exited.then(([code]) => ready.reject(new Error(`The app ended with ${code}: ${said}`)));
  try {
    await ready.promise;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(late);
  }
  const readyMs = performance.now() - started;
  return {
    child,
    url: new URL(`http://127.0.0.1:${port}`),
    readyMs,
    async stop() {
      child.kill('SIGINT');
      await exited;
    },
  };
}

/** Memory of a process that is in use, in MB (10⁶ bytes); Linux only, null elsewhere. */
export function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}
