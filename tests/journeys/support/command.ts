import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { nodeArguments } from '../../../scripts/launch/node-arguments.mjs';
import { waitUntil } from '../../machine/wait-until.ts';

/** A command of ours as a person runs it in a terminal: a process group of its own, all that it says kept. */
export interface Command {
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves when it ended: its exit code, or the signal that killed it. */
  ended: Promise<number | NodeJS.Signals>;
  /** Waits until it has said this, on either stream; throws with all it said when it ends before. */
  says(what: RegExp): Promise<RegExpExecArray>;
  /** What Ctrl-C does: the signal goes to every process of the group. */
  press(signal?: 'SIGINT' | 'SIGTERM'): void;
  /** Ends this one process, leaving its children to themselves. */
  kill(): Promise<void>;
}

const WITHIN_MS = 150_000;

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
});

const PROGRAMS = {
  main: 'src/app/main.ts',
  call: 'src/app/call.ts',
  opencall: 'src/app/cli.ts',
  redteam: 'redteam/run.ts',
  bench: 'bench/run.ts',
  simulate: 'tests/simulators/simulate.ts',
} as const;

/** Runs one of our programs; the environment is this one's with the given settings, and nothing from a `.env`. */
export function runCommand(
  program: keyof typeof PROGRAMS,
  { args = [], environment = {} }: { args?: readonly string[]; environment?: Record<string, string> } = {},
): Command {
  const path = fileURLToPath(new URL(`../../../${PROGRAMS[program]}`, import.meta.url));
  const { DATABASE_URL, REDIS_URL, NODE_OPTIONS, ...inherited } = process.env;
  const child = spawn(process.execPath, [...nodeArguments, path, ...args], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  alive.add(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  let over = false;
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    alive.delete(child);
    return (code ?? signal) as number | NodeJS.Signals;
  });
  return {
    pid: child.pid ?? 0,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    ended,
    async says(what) {
      const all = () => `${said.stdout}\n${said.stderr}`;
      await waitUntil(() => over || what.test(all()), `"${what.source}" from ${program}`, WITHIN_MS);
      const found = what.exec(all());
      if (!found) throw new Error(`It ended without saying "${what.source}":\n${all()}`);
      return found;
    },
    press: (signal = 'SIGINT') => process.kill(-(child.pid ?? 0), signal),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
