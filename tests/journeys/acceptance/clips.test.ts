import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineAdapters } from '../../../src/app/adapters.ts';
import type { CallSummary } from '../../../src/app/call/call-summary.ts';
import type { LineOutcome } from '../../../src/app/call/outcome-of-line.ts';
import { DEFAULT_READING_LIMITS, readRequest } from '../../../src/bots/reading/index.ts';
import { frameSize } from '../../../src/generation/frame-size.ts';
import { planClip } from '../../../src/generation/plan-clip.ts';
import { createMediaTools } from '../../../src/media/contained-media-tools.ts';
import { chromiumArguments, describeWith, layEmptyRecords, testChromium } from '../../services.ts';
import { runCommand } from '../support/command.ts';

/** Prompts of VBench and PartiPrompts, which lie beside the repository where it is developed. */
const COLLECTION =
  process.env.ACCEPTANCE_COLLECTION ?? fileURLToPath(new URL('../../../../shared/data/prompts', import.meta.url));
const NO_COLLECTION = 'no collection of prompts at ../shared/data/prompts, nor where ACCEPTANCE_COLLECTION says';
/** How many of them: one of each shape each time, and 300 before a release. */
const OF_COLLECTION = Number(process.env.ACCEPTANCE_PROMPTS ?? 7);
/** Each prompt of the collection asks for one of each, so that they meet in many ways. */
const SHAPES = ['16:9', '9:16', '1:1', '4:3', '21:9', '4:5', '2.39:1'];
const SECONDS = ['1', '1.5', '2', '2.5', '3.2'];

const OWN = [
  'a paper boat sails down a rainy street --ar 9:16 --seconds 2.5',
  'قارب ورقي يبحر في شارع ممطر --ar 1:1',
  'three red kites over a stormy sea at night --ar 21:9 --seconds 3',
  'two friends share 🍉 in a quiet garden, watercolour --ar 4:5 --sound none',
];
const COMMON = ['--seconds', '2', '--resolution', '360'];
/** So many, spread over all, are played to their end in a browser. */
const PLAYED = 4;
/** How long making or looking at all of them may take, in milliseconds, on a machine that has more to do. */
const MAKING_MS = 600_000 + OF_COLLECTION * 20_000;

const media = createMediaTools();
const engine = engineAdapters.storyboard({
  directory: join(tmpdir(), 'open-call-never-used'),
  resolvePicture: () => Promise.reject(new Error('There are no pictures here')),
});

/** What was asked in a line, by the app's own reading and fitting; the file is then held against it from outside. */
function asked(line: string) {
  const common = readRequest(`x ${COMMON.join(' ')}`, { limits: DEFAULT_READING_LIMITS });
  const reading = readRequest(line, { limits: DEFAULT_READING_LIMITS });
  if (reading.outcome !== 'read' || common.outcome !== 'read') throw new Error(`Not readable: ${line}`);
  const options = { ...common.options, ...reading.options };
  const plan = planClip({ id: 'x', picture: null }, { prompt: reading.prompt, options }, [engine]);
  const [order] = plan.outcome === 'fits' ? plan.shots : [];
  if (order === undefined) throw new Error(`Not possible: ${line}`);
  const { aspect, resolution, seconds, framesPerSecond, sound } = order;
  return { ...frameSize(aspect, resolution), seconds, framesPerSecond, sound };
}

function spread<Each>(all: readonly Each[], count: number): Each[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0).slice(0, count);
}

/** So many lines spread over the file. */
async function sample(file: string, count: number): Promise<string[]> {
  const lines = (await readFile(join(COLLECTION, file), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return Array.from({ length: count }, (_, index) => lines[Math.floor(((index + 0.5) * lines.length) / count)] ?? '');
}

async function sampleOfCollection(): Promise<string[]> {
  const half = Math.floor(OF_COLLECTION / 2);
  const prompts = [...(await sample('vbench.txt', half)), ...(await sample('parti.txt', OF_COLLECTION - half))];
  return prompts.map((prompt, index) => {
    const [shape, seconds] = [SHAPES[index % SHAPES.length], SECONDS[index % SECONDS.length]];
    return `${prompt} --ar ${shape} --seconds ${seconds}`;
  });
}

function acceptance(name: string, linesOf: () => Promise<string[]>): void {
  describe(name, () => {
    let out: string;
    let lines: string[];
    let outcomes: LineOutcome[];

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'open-call-acceptance-'));
      out = join(folder, 'clips');
      layEmptyRecords(join(out, '.open-call'));
      lines = await linesOf();
      await writeFile(join(folder, 'prompts.txt'), lines.join('\n'));
      const args = ['--prompts', join(folder, 'prompts.txt'), '--out', out, '--approve', 'all', '--json', ...COMMON];
      const command = runCommand('call', { args });
      expect(await command.ended, command.stderr()).toBe(0);
      const summary = JSON.parse(command.stdout()) as CallSummary;
      expect(summary).toMatchObject({ lines: lines.length, delivered: lines.length, complete: true });
      const told = await readFile(join(out, 'requests.ndjson'), 'utf8');
      outcomes = told
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as LineOutcome);
    }, MAKING_MS);
    afterAll(() => rm(join(out, '..'), { recursive: true, force: true }));

    it(
      'delivers every one, whole from first to last frame, in the asked shape and length',
      async () => {
        for (const { file, line, ...outcome } of outcomes) {
          const wanted = asked(lines[line - 1] ?? '');
          const probed = await media.probe(join(out, file ?? ''));
          if (probed.outcome !== 'video') throw new Error(`${file}: ${probed.reason}`);
          const { facts } = probed;
          expect({ file, damage: facts.damage }).toEqual({ file, damage: null });
          expect({ file, width: facts.width * facts.pixelAspect, height: facts.height }).toEqual({
            file,
            width: wanted.width,
            height: wanted.height,
          });
          expect(Math.abs(facts.frames - wanted.seconds * wanted.framesPerSecond), file ?? '').toBeLessThanOrEqual(1);
          expect(facts).toMatchObject({ indexFirst: true, videoCodec: 'h264', pixelFormat: 'yuv420p' });
          expect(facts.audioCodec, file ?? '').toBe(wanted.sound === 'none' ? null : 'aac');
          expect(outcome).toMatchObject({ width: wanted.width, height: wanted.height, size: facts.bytes });
        }
      },
      MAKING_MS,
    );

    describeWith('chromium', 'in Chromium', () => {
      it('plays to its end', async () => {
        const server = await serve(out);
        const browser = await chromium.launch({ executablePath: testChromium(), args: [...chromiumArguments] });
        try {
          const page = await browser.newPage();
          await page.goto(addressOf(server));
          for (const { file, line } of spread(outcomes, PLAYED)) {
            const { seconds, width, height } = asked(lines[line - 1] ?? '');
            const played = await playToItsEnd(page, `/${encodeURIComponent(file ?? '')}`);
            expect({ file, ...played }).toMatchObject({ file, width, height, error: null });
            expect(Math.abs(played.duration - seconds), file ?? '').toBeLessThan(0.1);
            expect(played.at, 'the end').toBeCloseTo(played.duration, 1);
          }
        } finally {
          await browser.close();
          server.close();
        }
      }, 300_000);
    });
  });
}

describe('clips as they are delivered', () => {
  acceptance('prompts of our own', async () => OWN);
  if (existsSync(COLLECTION)) {
    acceptance('prompts of VBench and PartiPrompts', sampleOfCollection);
  } else {
    it.skip(`prompts of VBench and PartiPrompts (${NO_COLLECTION})`, () => {});
  }
});

interface Played {
  width: number;
  height: number;
  duration: number;
  at: number;
  error: string | null;
}

/** Muted, since a browser lets nothing else play by itself. */
function playToItsEnd(page: Page, url: string): Promise<Played> {
  return page.locator('video').evaluate(
    (video, src) =>
      new Promise<Played>((resolve) => {
        const tell = (error: string | null) => {
          const { videoWidth: width, videoHeight: height, duration, currentTime: at } = video;
          resolve({ width, height, duration, at, error });
        };
        video.onended = () => tell(null);
        video.onerror = () => tell(video.error?.message ?? 'error');
        video.src = src;
        video.play().catch((error: Error) => tell(error.message));
      }),
    url,
  );
}

/** The folder over loopback, with a page with a player at its root. */
async function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1));
    if (name === '')
      return response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>clips</title><video muted></video>');
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (!bytes) return response.writeHead(404).end();
    return response.setHeader('content-type', 'video/mp4').end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
