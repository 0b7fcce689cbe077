import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promptLines } from '../bots/file/prompt-lines.ts';
import { answerHelp } from './answer-help.ts';
import { type CallArguments, readArguments, USAGE } from './call/arguments.ts';
import { summaryInWords } from './call/call-summary.ts';
import { createProgressLine } from './call/progress-line.ts';
import { runCall } from './call/run-call.ts';
import { type Config, readConfig } from './config.ts';
import { createLogger } from './create-logger.ts';
import { refuse } from './refuse.ts';
import { settings } from './settings.ts';
import { startProblem } from './start-problem.ts';
import { exitCodeOf } from './stop-on-signal.ts';

/** As many requests as a file may have lines. */
const NO_CAP = '1000000';

/**
 * What this machine may be configured for besides, and what the call leaves alone: it answers the file and nobody else,
 * and keeps its records and files beside its clips. A bucket that it shared it would sweep of all that its records lack.
 */
const OF_THE_INSTALLATION = Object.keys(settings.shape).filter((name) =>
  /^(DISCORD|X|S3)_|^(DATABASE_URL|REDIS_URL|SEEDED_CASES_PER_HUNDRED)$/.test(name),
);

const { args, content, config } = await readAll();
const stopping = new AbortController();
let endedBy: NodeJS.Signals | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (endedBy) process.exit(exitCodeOf(signal));
    endedBy = signal;
    progress.end();
    console.error('Stopping: what is under way comes to rest. Press Ctrl-C again to stop at once.');
    stopping.abort();
  });
}

const progress = createProgressLine(process.stderr);
try {
  const logger = createLogger(config.LOG_LEVEL);
  const summary = await runCall({ args, content, config, logger, onProgress: progress.show, signal: stopping.signal });
  progress.end();
  console.log(args.json ? JSON.stringify(summary) : summaryInWords(summary));
  process.exit(endedBy ? exitCodeOf(endedBy) : summary.complete ? 0 : 1);
} catch (error) {
  progress.end();
  const problem = startProblem(error, '--out');
  if (problem === null) throw error;
  refuse([problem]);
}

/** The command line, the file and the settings; all that is wrong with one of them is told at once. */
async function readAll(): Promise<{ args: CallArguments; content: string; config: Config }> {
  const given = process.argv.slice(2);
  answerHelp(given, USAGE);
  const read = readArguments(given);
  if (!read.ok) return refuse([...read.errors, '', USAGE]);
  // Apart from the clips: a preview is never taken for one, and the clips can still be made.
  const out = read.value.preview ? join(read.value.out, 'previews') : read.value.out;
  const args = { ...read.value, out: resolve(out) };
  const content = await readFile(args.prompts, 'utf8').catch((error: Error) =>
    refuse([`--prompts: ${args.prompts} cannot be read (${error.message})`]),
  );
  if (promptLines(content).length === 0) {
    return refuse([`--prompts: ${args.prompts} has no prompts; write one a line`]);
  }
  const result = readConfig({
    overrides: {
      ...Object.fromEntries(OF_THE_INSTALLATION.map((name) => [name, undefined])),
      DATA_DIR: join(args.out, '.open-call'),
      // Nobody looks at it on pages.
      WEB_VERSIONS: 'off',
      OPEN_PER_MEMBER: NO_CAP,
      PER_MEMBER_PER_DAY: NO_CAP,
      IN_FLIGHT_PER_MEMBER: NO_CAP,
      STRIKES_SLOW_AT: '0',
      STRIKES_BLOCK_AT: '0',
      // A line that stands there twice is a clip that is wanted twice.
      FOLD_DUPLICATES: 'off',
      ...(args.engine === null ? {} : { ENGINE: args.engine }),
      ...(args.preview ? { ENGINE: 'storyboard' } : {}),
    },
  });
  if (!result.ok) return refuse(['The configuration is wrong:', ...result.errors.map((error) => `  - ${error}`)]);
  return { args, content, config: result.config };
}
