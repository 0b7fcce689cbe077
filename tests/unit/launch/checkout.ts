import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '../../..');

/** In the place of npm: notes how it was called, then does what `FAKE_NPM` says. */
const npm = `
const { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules', { recursive: true });
if (process.env.FAKE_NPM === 'fail') {
  console.error('npm error code ENOTFOUND');
  process.exitCode = 1;
} else if (process.env.FAKE_NPM === 'hang') {
  writeFileSync('npm-pid', String(process.pid));
  // Like npm, which tidies up for long when it is asked to end.
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => {});
  setInterval(() => {}, 1000);
} else {
  cpSync('packages', 'node_modules', { recursive: true });
}
`;

const vite = `
const { appendFileSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('vite-calls', process.argv.slice(2).join(' ') + '\\n');
rmSync('dist/web', { recursive: true, force: true });
mkdirSync('dist/web', { recursive: true });
if (process.env.FAKE_VITE === 'fail') {
  console.error('Unexpected token in room.tsx');
  process.exitCode = 1;
} else writeFileSync('dist/web/index.html', 'pages');
`;

/** Says what it was given; ends as told, by its arguments or by a signal. */
const app = `
import { writeFileSync } from 'node:fs';
const [what, value]: string[] = process.argv.slice(2);
console.log(JSON.stringify({ arguments: process.argv.slice(2), node: process.version, execArgv: process.execArgv }));
if (what === 'exit') process.exitCode = Number(value);
if (what === 'die') process.kill(process.pid, 'SIGKILL');
if (what === 'serve') {
  const received: string[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      received.push(signal);
      // Late enough to see whether the same signal comes twice.
      setTimeout(() => {
        writeFileSync('signals', received.join(' '));
        process.exit(7);
      }, 400);
    });
  }
  setInterval(() => {}, 1000);
  // A real one takes its time to be up.
  writeFileSync('parent', String(process.ppid));
  setTimeout(() => writeFileSync('serving', String(process.pid)), value === 'late' ? 800 : 0);
}
`;

export interface Checkout {
  root: string;
  /** Starts the launcher without a terminal; its output is collected. */
  launch(launchArguments: readonly string[], environment?: NodeJS.ProcessEnv): Launched;
  write(path: string, text: string): Promise<void>;
  /** A file's text; null where there is none. */
  read(path: string): Promise<string | null>;
  /** How often npm or Vite ran. */
  callsOf(program: 'npm' | 'vite'): Promise<number>;
  remove(): Promise<void>;
}

export interface Launched {
  process: ChildProcess;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string; errors: string }>;
}

/** A checkout of nothing but the launcher, an app of a few lines, and stand-ins for npm and Vite. */
export async function makeCheckout(): Promise<Checkout> {
  const root = await mkdtemp(join(tmpdir(), 'open-call-checkout-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const read = (path: string) => readFile(join(root, path), 'utf8').catch(() => null);
  await cp(join(project, 'launch.mjs'), join(root, 'launch.mjs'));
  await cp(join(project, 'scripts'), join(root, 'scripts'), { recursive: true });
  await write('package.json', '{"type":"module"}');
  await write('package-lock.json', '{"packages":{"":{},"node_modules/vite":{"version":"1.0.0"}}}');
  await write('npm-home/package.json', '{"type":"commonjs"}');
  await write('npm-home/npm-cli.js', npm);
  await write('packages/vite/package.json', '{"type":"commonjs","version":"1.0.0","bin":{"vite":"vite.js"}}');
  await write('packages/vite/vite.js', vite);
  await write('src/app/main.ts', app);
  await write('src/app/cli.ts', app);

  return {
    root,
    write,
    read,
    launch(launchArguments, environment = {}) {
      const env = { ...process.env, npm_execpath: join(root, 'npm-home/npm-cli.js'), ...environment };
      const launcher = join(root, 'launch.mjs');
      const child = spawn(process.execPath, [launcher, ...launchArguments], {
        cwd: root,
        env,
        // A process group of its own, as a shell gives it.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return { process: child, ended: collect(child) };
    },
    callsOf: async (program) => (await read(`${program}-calls`))?.trim().split('\n').length ?? 0,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function collect(child: ChildProcess) {
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, output, errors };
}
