import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LineOutcome } from '../../src/app/call/outcome-of-line.ts';
import { DIALECTS } from '../../src/generation/engines/openai-videos/dialects.ts';
import { layEmptyRecords } from '../services.ts';
import { createFilmMaker } from '../simulators/engines/film.ts';
import { startVideosSimulator, type VideosSimulator } from '../simulators/engines/videos/videos-simulator.ts';
import { type Command, runCommand } from './support/command.ts';

const films = createFilmMaker();
afterAll(() => films.dispose());

let folder: string;
let simulator: VideosSimulator | null = null;
let command: Command | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-dialects-'));
  await writeFile(
    join(folder, 'prompts.txt'),
    'a paper boat in the rain --seconds 4\na kite over the sea --ar 9:16 --seconds 4\n',
  );
});
afterEach(async () => {
  await command?.kill();
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a file of prompts, made by a server that speaks /v1/videos', () => {
  it.each(DIALECTS)('%s: told by its answers, each clip delivered and billed once', async (dialect) => {
    simulator = await startVideosSimulator({ dialect, films, renderMs: 300, key: 'sk-4711' });
    const out = join(folder, 'clips');
    layEmptyRecords(join(out, '.open-call'));
    command = runCommand('call', {
      args: ['--prompts', join(folder, 'prompts.txt'), '--out', out, '--approve', 'all', '--engine', 'openai-videos'],
      environment: { ENGINE_URL: simulator.url, ENGINE_KEY: 'sk-4711', ENGINE_POLL_SECONDS: '0.1' },
    });
    expect(await command.ended, command.stderr()).toBe(0);
    const lines = (await readFile(join(out, 'requests.ndjson'), 'utf8')).trim().split('\n');
    const outcomes = lines.map((line) => JSON.parse(line) as LineOutcome);
    expect(outcomes.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    for (const { width, height, seconds } of outcomes) {
      expect(Math.min(Number(width), Number(height))).toBe(720);
      expect(Number(seconds)).toBeCloseTo(4, 1);
    }
    expect(simulator.vendor.bill.map(({ prompt }) => prompt).sort()).toEqual([
      'a kite over the sea',
      'a paper boat in the rain',
    ]);
  });
});
