import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDirectory } from '../../../src/store/data-lock.ts';
import { processStart } from '../../../src/store/process-start.ts';

const module = new URL('../../../src/store/data-lock.ts', import.meta.url).href;
/** Takes the lock, says what came of it, and waits to be killed. */
const program = `
const { lockDataDirectory } = await import(${JSON.stringify(module)});
const { outcome, pid } = await lockDataDirectory(process.argv[1]);
console.log(outcome, pid ?? '');
if (outcome === 'locked') setInterval(() => {}, 1000);`;

describe('the lock of a data folder', () => {
  let directory: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'open-call-lock-')), 'data');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(join(directory, '..'), { recursive: true, force: true });
  });

  async function lockInAnotherProcess(): Promise<{ child: ChildProcess; outcome: string }> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [answer] = await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
    return { child, outcome: String(answer).trim() };
  }
  async function lockHere() {
    const lock = await lockDataDirectory(directory);
    if (lock.outcome !== 'locked') throw new Error(lock.outcome);
    return lock;
  }

  it('is held by one at a time, within a process too', async () => {
    const lock = await lockHere();
    expect(await lockDataDirectory(directory)).toEqual({ outcome: 'in-use', pid: process.pid });
    expect((await lockInAnotherProcess()).outcome).toBe(`in-use ${process.pid}`);
    lock.release();
    expect(readdirSync(directory)).toEqual([]);
    (await lockHere()).release();
  });

  it('names the living owner', async () => {
    const { child, outcome } = await lockInAnotherProcess();
    expect(outcome).toBe('locked');
    expect(await lockDataDirectory(directory)).toEqual({ outcome: 'in-use', pid: child.pid });
  });

  it('is void as soon as its owner was killed', async () => {
    const { child } = await lockInAnotherProcess();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(directory, 'lock'))).toBe(true);
    (await lockHere()).release();
  });

  it('is void when its owner is gone and another process has the id', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: process.pid, start: '1@another boot' }));
    (await lockHere()).release();
  });

  it.each(['', '{', '{"pid":"1"}', 'null'])('is void when nothing can be read from it: %j', async (text) => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'lock'), text);
    (await lockHere()).release();
  });

  it('is taken from a dead owner by one of many who try at once', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 4_000_000, start: '1@x' }));
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => lockInAnotherProcess()));
    expect(outcomes.filter(({ outcome }) => outcome === 'locked')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome.startsWith('in-use'))).toHaveLength(4);
  });

  it('is taken although someone was killed while taking it over', async () => {
    mkdirSync(join(directory, 'lock.takeover'), { recursive: true });
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 4_000_000, start: '1@x' }));
    (await lockHere()).release();
  });

  it('does not release what has another owner by now', async () => {
    const lock = await lockHere();
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 1, start: 'other' }));
    lock.release();
    expect(readFileSync(join(directory, 'lock'), 'utf8')).toContain('other');
  });

  it('cannot be had where nothing can be written', async () => {
    const parent = join(directory, '..');
    writeFileSync(directory, 'a file, no folder');
    expect(await lockDataDirectory(directory)).toMatchObject({ outcome: 'not-writable' });
    rmSync(directory);
    // Root may write anywhere.
    if (process.getuid?.() === 0) return;
    chmodSync(parent, 0o500);
    expect(await lockDataDirectory(directory)).toMatchObject({ outcome: 'not-writable' });
    chmodSync(parent, 0o700);
  });
});

describe('the start of a process', () => {
  it('is the same each time, another for another process, and null when there is none', async () => {
    const mine = processStart(process.pid);
    expect(mine).toMatch(/\S/);
    expect(processStart(process.pid)).toBe(mine);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    expect(processStart(child.pid as number)).not.toBe(mine);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(processStart(child.pid as number)).toBeNull();
  });
});
