import { open, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { promptLines } from '../../bots/file/prompt-lines.ts';
import { DEFAULT_READING_LIMITS, readRequest, writeRequest } from '../../bots/reading/index.ts';
import { platformAdapters } from '../adapters.ts';
import { startApp } from '../compose.ts';
import type { Config } from '../config.ts';
import type { CallArguments } from './arguments.ts';
import { type CallSummary, summarise } from './call-summary.ts';
import { type CallProgress, followRequests } from './follow-requests.ts';
import { type LineOutcome, outcomeOfLine } from './outcome-of-line.ts';

export interface CallRun {
  args: CallArguments;
  content: string;
  config: Config;
  logger: Logger;
  onProgress: (progress: CallProgress) => void;
  signal: AbortSignal;
}

const GRACE_MS = 10_000;

/** Runs the app over a file of prompts until nothing more happens by itself, and leaves the clips in a folder. */
export async function runCall({ args, content, config, logger, onProgress, signal }: CallRun): Promise<CallSummary> {
  const begun = Date.now();
  const addOptions = withOptions(args.options);
  const lines = promptLines(content, addOptions);
  const app = await startApp({
    config: { ...config, roles: ['bots', 'worker'] },
    logger,
    addPlatforms: ({ files }) => [
      platformAdapters.file({
        content,
        name: basename(args.prompts),
        addOptions,
        directory: args.out,
        files,
        clock: () => new Date(),
      }),
    ],
  });
  try {
    const { requests } = app.parts.store;
    const findAll = () => Promise.all(lines.map(({ id }) => requests.findByPost({ platform: 'file', id })));
    const heard = (await findAll()).filter((request) => request !== null);
    await followRequests({ app, requests: heard, approve: args.approve, of: lines.length, onProgress, signal });
    const last = await findAll();
    const outcomes = await Promise.all(
      lines.map((line, index) => outcomeOfLine(line, last[index] ?? null, { requests, out: args.out })),
    );
    await writeOutcomes(join(args.out, 'requests.ndjson'), outcomes);
    const seconds = (Date.now() - begun) / 1000;
    return summarise(outcomes, { interrupted: signal.aborted, seconds, out: args.out });
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

async function writeOutcomes(path: string, outcomes: readonly LineOutcome[]): Promise<void> {
  const file = await open(`${path}.part`, 'w');
  try {
    await file.writeFile(outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
