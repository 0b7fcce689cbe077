import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, layEmptyRecords } from '../services.ts';
import { NO_DISK, smallDisk } from '../unit/media/small-disk.ts';
import { type Command, runCommand } from './support/command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-start-'));
  for (const name of ['data', 'port', 'redis', 'twice']) layEmptyRecords(join(folder, name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (environment: Record<string, string>, args: readonly string[] = []): Command =>
  runCommand('main', { args, environment: { PORT: '0', DATA_DIR: join(folder, 'data'), ...environment } });

/** Ends with 2, having said only this, on the stream for errors. */
async function expectRefusal(command: Command, ...lines: (string | RegExp)[]): Promise<void> {
  expect(await command.ended).toBe(2);
  expect(command.stdout()).toBe('');
  const said = command.stderr().trim().split('\n');
  expect(said, command.stderr()).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) expect(said[index]).toMatch(line);
}

describe('what is asked how it is used', () => {
  it.each([
    ['main', '--help', 'npm start'],
    ['call', '--help', 'npm run call'],
    ['opencall', '-h', 'npm run opencall'],
    ['opencall', 'invite --help', 'npm run opencall'],
    ['redteam', '--help', 'npm run redteam'],
    ['bench', '--help', 'npm run bench'],
    ['simulate', '--help', 'npm run simulate'],
  ] as const)('%s %s says it, and does nothing', async (program, args, usage) => {
    const command = runCommand(program, { args: args.split(' ') });
    expect(await command.ended, command.stderr()).toBe(0);
    expect(command.stdout()).toContain(usage);
    expect(command.stderr()).toBe('');
  });
});

describe('what keeps it from starting is told in a line that says what to do', () => {
  it('a wrong configuration: all of it at once, without the values', async () => {
    const canary = 'canary-4711';
    const command = start(
      { PORT: canary, ENGINE: canary, DATABASE_URL: `mysql://${canary}`, REDIS_URL: canary, LOG_LEVEL: canary },
      ['--role', 'worker,kitchen'],
    );
    await expectRefusal(
      command,
      'Open Call cannot start with this configuration:',
      /PORT: must be a whole number from 0 to 65535/,
      /DATABASE_URL: must be an address that begins with postgres:/,
      /REDIS_URL: must be an address that begins with redis:/,
      /ENGINE: must be one of storyboard/,
      /LOG_LEVEL: must be one of silent, .*trace/,
      /--role: kitchen is none of bots, worker, web/,
    );
    expect(command.stderr()).not.toContain(canary);
  });

  it('an option that there is not', async () => {
    const command = start({}, ['--rolle', 'web']);
    expect(await command.ended).toBe(2);
    expect(command.stderr()).toMatch(/^Unknown option '--rolle'\.\n\nnpm start \[-- --role ROLE\]\n/);
  });

  it('a port that is taken; the data folder is free again', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const DATA_DIR = join(folder, 'port');
    const command = start({ PORT: String(port), DATA_DIR });
    await expectRefusal(command, `Port ${port} is taken by another program. Stop that program, or set PORT`);
    expect(existsSync(join(DATA_DIR, 'lock'))).toBe(false);
    other.close();
  });

  it('an address that is not this machine’s', async () => {
    // A network that exists in documentation only (RFC 5737).
    await expectRefusal(start({ HOST: '192.0.2.1' }), /HOST 192\.0\.2\.1 is no address of this machine\. Set HOST/);
  });

  it('a data folder where a file is', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, 'precious');
    for (const DATA_DIR of [file, join(file, 'below')]) {
      const told = `The folder ${DATA_DIR} cannot be written to \\(a file is in its place\\)\\. .*set DATA_DIR`;
      await expectRefusal(start({ DATA_DIR }), new RegExp(told));
    }
  });

  it.skipIf(process.platform !== 'linux')('a data folder where none can be made, with a database too', async () => {
    const DATA_DIR = '/proc/open-call/data';
    const told = /The folder \/proc\/open-call\/data cannot be written to \(.*\)\. .*set DATA_DIR/;
    await expectRefusal(start({ DATA_DIR }), told);
    await expectRefusal(start({ DATA_DIR, DATABASE_URL: 'postgres://127.0.0.1:1/calls' }), told);
  });

  it('a data folder on a disk that is read-only', async ({ skip }) => {
    const disk = smallDisk(folder, '1m') ?? skip(NO_DISK);
    try {
      execFileSync('mount', ['-o', 'remount,ro', disk.path]);
      for (const DATA_DIR of [disk.path, join(disk.path, 'below')]) {
        await expectRefusal(start({ DATA_DIR }), /cannot be written to \(.*\)\. .*set DATA_DIR/);
      }
    } finally {
      disk.unmount();
    }
  });

  it('a disk too full for the records', async ({ skip }) => {
    const disk = smallDisk(folder, '8m') ?? skip(NO_DISK);
    try {
      await expectRefusal(start({ DATA_DIR: disk.path }), /^The disk is full\. Free some space, then start again/);
    } finally {
      disk.unmount();
    }
  });

  it('a database that cannot be reached, without its password', async () => {
    const port = await freePort();
    const command = start({ DATABASE_URL: `postgres://someone:canary-4711@127.0.0.1:${port}/calls` });
    await expectRefusal(command, new RegExp(`DATABASE_URL cannot be reached: .*ECONNREFUSED 127.0.0.1:${port}.*leave`));
    expect(command.stderr()).not.toContain('canary-4711');
  });

  it('a Redis that cannot be reached, without its password', async () => {
    const port = await freePort();
    const command = start({ REDIS_URL: `redis://:canary-4711@127.0.0.1:${port}`, DATA_DIR: join(folder, 'redis') });
    await expectRefusal(command, new RegExp(`Redis at redis://127.0.0.1:${port} does not answer.*ECONNREFUSED.*leave`));
    expect(command.stderr()).not.toContain('canary-4711');
  });

  it('a second copy on one data folder; the first goes on', async () => {
    const DATA_DIR = join(folder, 'twice');
    const first = start({ DATA_DIR });
    const [, room] = await first.says(/The room\s+(\S+)/);
    const told = `${DATA_DIR} is in use by another copy of the app \\(process ${first.pid}\\)\\. Stop that one first`;
    await expectRefusal(start({ DATA_DIR }), new RegExp(told));
    expect((await fetch(`${room}api/room/threads`)).status).toBe(200);
    expect(first.stderr()).toBe('');
    first.press();
    expect(await first.ended).toBe(0);
  });
});
