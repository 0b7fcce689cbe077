import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallSummary } from '../../src/app/call/call-summary.ts';
import type { LineOutcome } from '../../src/app/call/outcome-of-line.ts';
import { layEmptyRecords, waitUntil } from '../services.ts';
import { type Command, runCommand } from './support/command.ts';
import { descendantsOf, lives } from './support/processes.ts';
import { storyboardJobs } from './support/world.ts';

const LINES = `# what people asked for
a paper boat sails down a rainy street --ar 9:16 --seconds 1.5

قطة تمشي تحت المطر —ar 1:1
a kite over the sea --colour blue
how to build a pipe bomb at home
a soldier shot in the battle, blood everywhere
`;
/** By the number of the line in the file, as an editor counts. */
const [BOAT, CAT, COLOUR, BOMB, SOLDIER] = [2, 4, 5, 6, 7];

/** What the installation beside it is configured for: X and a bucket, at a place that writes down who asks. */
let elsewhere: Server;
const askedElsewhere: string[] = [];
beforeAll(async () => {
  elsewhere = createServer(({ method, url }, answer) => {
    askedElsewhere.push(`${method} ${url}`);
    answer.writeHead(500).end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});
afterAll(() => elsewhere.close());

function installation(): Record<string, string> {
  const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  return {
    ...{ DISCORD_TOKEN: 'token', DISCORD_CLIENT_SECRET: 'secret', DISCORD_API_URL: url },
    ...{ X_API_URL: url, X_APP_KEY: 'a', X_APP_SECRET: 'b', X_ACCESS_TOKEN: 'c', X_ACCESS_SECRET: 'd' },
    ...{ S3_ENDPOINT: url, S3_BUCKET: 'clips', S3_ACCESS_KEY_ID: 'e', S3_SECRET_ACCESS_KEY: 'f' },
  };
}

let folder: string;
let prompts: string;
let out: string;
const running: Command[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-call-'));
  prompts = join(folder, 'prompts.txt');
  out = join(folder, 'clips');
  await writeFile(prompts, LINES);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((command) => command.kill()));
  await rm(folder, { recursive: true, force: true });
});

const SMALL = ['--seconds', '1', '--resolution', '360', '--sound', 'none'];

function call(...args: string[]): Command {
  const command = runCommand('call', {
    args: ['--prompts', prompts, '--out', out, ...args],
    environment: installation(),
  });
  running.push(command);
  return command;
}

async function outcomes(): Promise<Map<number, LineOutcome>> {
  const text = await readFile(join(out, 'requests.ndjson'), 'utf8');
  const all = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LineOutcome);
  return new Map(all.map((outcome) => [outcome.line, outcome]));
}

/** One of these tests begins with nothing; the others need not wait for empty records to be made. */
const layRecords = () => layEmptyRecords(join(out, '.open-call'));

const summaryOf = (command: Command) => JSON.parse(command.stdout()) as CallSummary;

async function expectDelivered(outcome: LineOutcome | undefined): Promise<void> {
  expect(outcome).toMatchObject({ state: 'delivered', reasons: [], framesPerSecond: 24 });
  const bytes = await readFile(join(out, outcome?.file ?? ''));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(outcome?.sha256);
  expect(bytes.length).toBe(outcome?.size);
  expect((await stat(join(out, outcome?.poster ?? ''))).size).toBeGreaterThan(500);
  const { heard = '', approved, started, finished, delivered, tookMs } = outcome?.timings ?? {};
  const times = [heard, approved, started, finished, delivered];
  expect(times).toEqual([...times].sort());
  expect(tookMs).toBe(Date.parse(delivered ?? '') - Date.parse(started ?? ''));
}

const delivered = async () => (await readdir(out)).filter((name) => name.endsWith('.mp4')).sort();
const mtimes = async () => Promise.all((await delivered()).map(async (name) => (await stat(join(out, name))).mtimeMs));

describe('npm run call', { timeout: 600_000 }, () => {
  it('makes clips of what is allowed, then of all, and tells what became of each line', async () => {
    const first = call(...SMALL, '--json');
    expect(await first.ended, first.stderr()).toBe(0);
    expect(first.stdout().trim().split('\n')).toHaveLength(1);
    const counts = { lines: 5, refused: 1, unreadable: 1, failed: 0, unfinished: 0, interrupted: false, out };
    expect(summaryOf(first)).toMatchObject({ ...counts, delivered: 2, inReview: 1, complete: true });
    expect(first.stderr(), 'plain lines').toMatch(/^(\d of 5 done, \d delivered\n)+$/);

    const told = await outcomes();
    expect([...told.keys()]).toEqual([BOAT, CAT, COLOUR, BOMB, SOLDIER]);
    await expectDelivered(told.get(BOAT));
    await expectDelivered(told.get(CAT));
    expect(told.get(BOAT)).toMatchObject({ seconds: 1.5, width: 360, height: 640 });
    expect(told.get(BOAT)).toMatchObject({
      prompt: 'a paper boat sails down a rainy street',
      verdict: { findings: [] },
    });
    expect(told.get(CAT)).toMatchObject({ seconds: 1, width: 360, height: 360, prompt: 'قطة تمشي تحت المطر' });
    expect(told.get(COLOUR)).toMatchObject({ state: 'unreadable', file: null, timings: null });
    expect(told.get(COLOUR)?.reasons[0]).toContain('--colour');
    expect(told.get(BOMB)).toMatchObject({ state: 'refused', file: null, verdict: { outcome: 'refuse' } });
    expect(told.get(BOMB)?.reasons).toHaveLength(1);
    expect(told.get(SOLDIER)).toMatchObject({ state: 'in-review', file: null, verdict: { outcome: 'review' } });
    const before = await mtimes();

    const second = call(...SMALL, '--approve', 'all');
    expect(await second.ended, second.stderr()).toBe(0);
    expect(second.stdout()).toContain('3 of 5 prompts became clips.');
    expect(second.stdout()).toContain('1 refused by screening.');
    expect(second.stdout()).toContain('1 could not be read as a request.');
    await expectDelivered((await outcomes()).get(SOLDIER));
    expect((await mtimes()).slice(0, 2)).toEqual(before);
    expect(await storyboardJobs(join(out, '.open-call'))).toBe(3);
    expect(askedElsewhere, 'of the platforms and the bucket of the installation').toEqual([]);
  });

  it('goes on after a SIGKILL and after Ctrl-C, and makes nothing twice', async () => {
    const scenes = Array.from({ length: 6 }, (_, index) => `a kite over the sea, number ${index + 1}`);
    await writeFile(prompts, scenes.join('\n'));
    layRecords();
    const made = async (count: number) => existsSync(out) && (await delivered()).length >= count;

    const killed = call(...SMALL);
    await waitUntil(() => made(1), 'the first clip', 150_000);
    await killed.kill();

    const stopped = call(...SMALL, '--json');
    await waitUntil(() => made(3), 'the third clip', 150_000);
    const children = descendantsOf(stopped.pid);
    stopped.press();
    expect(await stopped.ended).toBe(130);
    expect(stopped.stderr()).toContain('Stopping: ');
    expect(children.filter(({ pid }) => lives(pid))).toEqual([]);
    const half = summaryOf(stopped);
    expect(half).toMatchObject({ lines: 6, interrupted: true, complete: false, failed: 0, inReview: 0 });
    expect(half.delivered + half.unfinished).toBe(6);
    const before = await mtimes();
    const names = await delivered();

    const last = call(...SMALL);
    expect(await last.ended, last.stderr()).toBe(0);
    expect(last.stdout()).toContain('6 of 6 prompts became clips.');
    expect(await storyboardJobs(join(out, '.open-call')), 'started at the engine').toBe(6);
    const after = await Promise.all(names.map(async (name) => (await stat(join(out, name))).mtimeMs));
    expect(after).toEqual(before);
    for (const outcome of (await outcomes()).values()) await expectDelivered(outcome);
    expect((await readdir(out)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('tells in words that it was interrupted, and how to go on', async () => {
    layRecords();
    const command = call('--seconds', '20', '--resolution', '1080');
    await waitUntil(() => existsSync(join(out, '.open-call', 'storyboard')), 'the first start', 150_000);
    command.press('SIGTERM');
    expect(await command.ended).toBe(143);
    expect(command.stdout()).toContain('Run the same command again to go on; nothing is made twice.');
    expect(existsSync(join(out, '.open-call', 'lock'))).toBe(false);
  });
});

describe('what is wrong with the command line is told at once', () => {
  it('options', async () => {
    const args = ['--approve', 'some', '--ar', '0:0', '--colour', 'blue', '--seconds', 'soon', 'stray', '--json=yes'];
    const command = runCommand('call', { args: [...args, '--out'] });
    expect(await command.ended).toBe(2);
    expect(command.stdout()).toBe('');
    const parts = [
      /--prompts: names/,
      /--out: needs a value/,
      /--approve: must be/,
      /--colour: there is no such option/,
    ];
    for (const part of [
      ...parts,
      /stray: belongs to no option/,
      /--json: takes no value/,
      /0:0/,
      /soon/,
      /npm run call/,
    ]) {
      expect(command.stderr()).toMatch(part);
    }
  });

  it('a file that is not there or has nothing in it, and a folder that cannot be one', async () => {
    const missing = runCommand('call', { args: ['--prompts', join(folder, 'no.txt'), '--out', out] });
    expect(await missing.ended).toBe(2);
    expect(missing.stderr()).toMatch(/^--prompts: .*no\.txt cannot be read/);

    await writeFile(prompts, '# nothing\n\n');
    const empty = call();
    expect(await empty.ended).toBe(2);
    expect(empty.stderr()).toMatch(/^--prompts: .* has no prompts; write one a line\n$/);

    await writeFile(prompts, 'a kite');
    const below = runCommand('call', { args: ['--prompts', prompts, '--out', join(prompts, 'below')] });
    expect(await below.ended).toBe(2);
    expect(below.stderr()).toMatch(
      /cannot be written to \(a file is in its place\)\. .*set --out to another folder\.\n$/,
    );
  });
});
