import { open, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { promptLines } from '../../bots/file/prompt-lines.ts';
import { DEFAULT_READING_LIMITS, readRequest, writeRequest } from '../../bots/reading/index.ts';
import { type PromptRequest, SETTLED_STATES } from '../../requests/index.ts';
import { platformAdapters } from '../adapters.ts';
import { type App, startApp } from '../compose.ts';
import type { Config } from '../config.ts';
import type { CallArguments } from './arguments.ts';
import { type LineOutcome, outcomeOfLine } from './outcome-of-line.ts';

/** The summary, also what `--json` prints. */
export interface CallSummary {
  lines: number;
  delivered: number;
  refused: number;
  /** Left for a curator, since screening found something and only what is clean was to be approved. */
  inReview: number;
  unreadable: number;
  failed: number;
  /** Whether every approved request was delivered. */
  complete: boolean;
  seconds: number;
  out: string;
}

export interface CallProgress {
  done: number;
  of: number;
  delivered: number;
  /** How far the clips in the making are, together, in clips. */
  underWay: number;
}

export interface CallRun {
  args: CallArguments;
  content: string;
  config: Config;
  logger: Logger;
  onProgress: (progress: CallProgress) => void;
  signal: AbortSignal;
}

const CURATOR = 'command line';
const GRACE_MS = 10_000;
/** News comes with every step of every clip; looking at all lines more often than this would be the main work. */
const LOOK_EVERY_MS = 200;

/** Runs the app over a file of prompts until nothing more happens by itself, and leaves the clips in a folder. */
export async function runCall({ args, content, config, logger, onProgress, signal }: CallRun): Promise<CallSummary> {
  const begun = Date.now();
  const lines = promptLines(content);
  const name = basename(args.prompts);
  const textOf = withOptions(args.options);
  const app = await startApp({
    config: { ...config, roles: ['bots', 'worker'] },
    logger,
    addPlatforms: ({ files }) => [
      platformAdapters.file({
        content,
        name,
        addOptions: textOf,
        directory: args.out,
        files,
        askedAt: new Date(begun).toISOString(),
      }),
    ],
  });
  try {
    await untilSettled(app, args.approve, lines.length, onProgress, signal);
    const requests = app.parts.store.requests;
    const outcomes = await Promise.all(
      lines.map(async (line) => {
        const request = await requests.findByPost({ platform: 'file', id: line.id });
        return outcomeOfLine(line, textOf(line.text), request, { requests, out: args.out });
      }),
    );
    await writeOutcomes(join(args.out, 'requests.ndjson'), outcomes);
    return summary(outcomes, args.out, (Date.now() - begun) / 1000);
  } finally {
    await app.stop(GRACE_MS);
  }
}

/** Gives a line the options that were given for all, where it has none of its own. */
function withOptions(options: string): (line: string) => string {
  const common = readRequest(`x ${options}`, { limits: DEFAULT_READING_LIMITS });
  if (common.outcome !== 'read') return (line) => `${line} ${options}`;
  return (line) => {
    const reading = readRequest(line, { limits: DEFAULT_READING_LIMITS });
    return reading.outcome === 'read' ? writeRequest(reading.prompt, { ...common.options, ...reading.options }) : line;
  };
}

/** Approves as told and waits, on the history's word, until every request is settled or left for a curator. */
async function untilSettled(
  app: App,
  approve: CallArguments['approve'],
  of: number,
  onProgress: CallRun['onProgress'],
  signal: AbortSignal,
): Promise<void> {
  const { requests, history } = app.parts.store;
  let news = Promise.withResolvers<void>();
  const stopNews = history.onNews(() => news.resolve());
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  try {
    while (!signal.aborted) {
      news = Promise.withResolvers<void>();
      const all = await requests.list({ order: 'oldest', limit: of + 1 });
      const mayApprove = all.filter(
        (request) => request.state === 'in-review' && (approve === 'all' || request.verdict.outcome === 'allow'),
      );
      for (const { id } of mayApprove) await app.desk.act(id, CURATOR, { action: 'approve' });
      const done = all.filter((request) => isSettled(request) && !mayApprove.includes(request)).length;
      const delivered = all.filter(({ state }) => state === 'delivered').length;
      onProgress({ done: done + (of - all.length), of, delivered, underWay: sum(all.map(shareMade)) });
      if (done === all.length) return;
      if (mayApprove.length === 0) await Promise.race([news.promise.then(() => delay(LOOK_EVERY_MS)), stopped]);
    }
  } finally {
    stopNews();
  }
}

/** Nothing more happens to it by itself: it is settled, or only a person can go on. */
function isSettled(request: PromptRequest): boolean {
  if (SETTLED_STATES.some((state) => state === request.state)) return true;
  if (request.state === 'in-review') return true;
  if (request.state === 'finishing') return request.clipVerdict?.outcome === 'review';
  return request.state === 'generating' && request.shots.some(({ state }) => state === 'uncertain');
}

function shareMade(request: PromptRequest): number {
  if (request.state === 'finishing' || request.state === 'ready') return 1;
  if (request.state !== 'generating') return 0;
  return sum(request.shots.map((shot) => (shot.state === 'running' ? shot.progress : 0))) / request.shots.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

async function writeOutcomes(path: string, outcomes: readonly LineOutcome[]): Promise<void> {
  const file = await open(`${path}.part`, 'w');
  await file.writeFile(outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
}

function summary(outcomes: readonly LineOutcome[], out: string, seconds: number): CallSummary {
  const count = (...states: LineOutcome['state'][]) => outcomes.filter(({ state }) => states.includes(state)).length;
  const approved = outcomes.filter(({ timings }) => timings?.approved);
  return {
    lines: outcomes.length,
    delivered: count('delivered'),
    refused: count('refused', 'declined', 'blocked'),
    inReview: count('in-review'),
    unreadable: count('unreadable', 'unheard'),
    failed: count('failed', 'generating', 'finishing', 'approved', 'ready', 'received'),
    complete: approved.every(({ state }) => state === 'delivered'),
    seconds,
    out,
  };
}
