import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LineOutcome } from '../../src/app/call/outcome-of-line.ts';
import { DIALECTS } from '../../src/generation/engines/openai-videos/dialects.ts';
import { layEmptyRecords } from '../services.ts';
import { createFilmMaker } from '../simulators/engines/film.ts';
import { startVideosSimulator, type VideosSimulator } from '../simulators/engines/videos/videos-simulator.ts';
import { type Command, runCommand } from './support/command.ts';

/** How many prompts each dialect makes: two of our own each time, more of a collection when told. */
const COUNT = Number(process.env.DIALECT_PROMPTS ?? 2);
const COLLECTION =
  process.env.ACCEPTANCE_COLLECTION ?? fileURLToPath(new URL('../../../shared/data/prompts', import.meta.url));
const PROMPTS = [
  ...['a paper boat in the rain', 'a kite over the sea --ar 9:16'],
  ...(COUNT > 2 ? spread(readFileSync(join(COLLECTION, 'vbench.txt'), 'utf8').trim().split('\n'), COUNT - 2) : []),
];

function spread(all: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, place) => all[Math.floor((place * all.length) / count)] ?? '');
}

const films = createFilmMaker();
afterAll(() => films.dispose());

let folder: string;
let simulator: VideosSimulator | null = null;
let command: Command | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-dialects-'));
  await writeFile(join(folder, 'prompts.txt'), PROMPTS.map((prompt) => `${prompt} --seconds 4\n`).join(''));
});
afterEach(async () => {
  await command?.kill();
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a file of prompts, made by a server that speaks /v1/videos', () => {
  it.each(DIALECTS)(
    '%s: told by its answers, each clip delivered and billed once',
    async (dialect) => {
      simulator = await startVideosSimulator({ dialect, films, renderMs: 300, key: 'sk-4711' });
      const out = join(folder, 'clips');
      layEmptyRecords(join(out, '.open-call'));
      command = runCommand('call', {
        args: ['--prompts', join(folder, 'prompts.txt'), '--out', out, '--approve', 'all', '--engine', 'openai-videos'],
        environment: {
          ...{ ENGINE_URL: simulator.url, ENGINE_KEY: 'sk-4711', ENGINE_POLL_SECONDS: '0.1' },
          // All films are alike to the model.
          PICTURE_CHECK: dialect === DIALECTS[0] ? 'on' : 'off',
        },
      });
      expect(await command.ended, command.stderr()).toBe(0);
      const lines = (await readFile(join(out, 'requests.ndjson'), 'utf8')).trim().split('\n');
      const outcomes = lines.map((line) => JSON.parse(line) as LineOutcome);
      expect(outcomes.filter(({ state }) => state !== 'delivered')).toEqual([]);
      expect(outcomes).toHaveLength(COUNT);
      for (const { width, height, seconds } of outcomes) {
        expect(Math.min(Number(width), Number(height))).toBe(720);
        expect(Number(seconds)).toBeCloseTo(4, 1);
      }
      const asked = PROMPTS.map((prompt) => prompt.replace(' --ar 9:16', ''));
      expect(simulator.vendor.bill.map(({ prompt }) => prompt).sort()).toEqual(asked.sort());
    },
    150_000 + COUNT * 10_000,
  );
});
