import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readArguments, USAGE } from './call/arguments.ts';
import { createProgressLine } from './call/progress-line.ts';
import { type CallSummary, runCall } from './call/run-call.ts';
import { readConfig } from './config.ts';
import { createLogger } from './create-logger.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';

/** As many requests as a file may have lines. */
const NO_CAP = '1000000';

const args = readArguments(process.argv.slice(2));
if (!args.ok) refuse([...args.errors, '', USAGE]);
const out = resolve(args.value.out);

const content = await readFile(args.value.prompts, 'utf8').catch((error: Error) =>
  refuse([`--prompts: ${args.value.prompts} cannot be read (${error.message})`]),
);

const result = readConfig({
  overrides: {
    // The call keeps its own records beside its clips, whatever else this machine is configured for.
    DATA_DIR: join(out, '.open-call'),
    DATABASE_URL: undefined,
    REDIS_URL: undefined,
    OPEN_PER_MEMBER: NO_CAP,
    PER_MEMBER_PER_DAY: NO_CAP,
    IN_FLIGHT_PER_MEMBER: NO_CAP,
  },
});
if (!result.ok) refuse(['The configuration is wrong:', ...result.errors.map((error) => `  - ${error}`)]);

const stopping = new AbortController();
process.once('SIGINT', () => {
  stopping.abort();
  process.once('SIGINT', () => process.exit(130));
});
process.once('SIGTERM', () => stopping.abort());

const progress = createProgressLine(process.stderr);
try {
  const summary = await runCall({
    args: { ...args.value, out },
    content,
    config: result.config,
    logger: createLogger(result.config.LOG_LEVEL),
    onProgress: progress.show,
    signal: stopping.signal,
  });
  progress.end();
  console.log(args.value.json ? JSON.stringify(summary) : inWords(summary));
  process.exit(stopping.signal.aborted ? 130 : summary.complete ? 0 : 1);
} catch (error) {
  progress.end();
  const problem = startProblem(error);
  if (problem === null) throw error;
  refuse([problem]);
}

function inWords({ lines, delivered, refused, inReview, unreadable, failed, seconds }: CallSummary): string {
  return [
    `${delivered} of ${lines} prompts became clips in ${Math.round(seconds)} s. They are in ${out}.`,
    ...(refused > 0 ? [`${refused} refused by screening.`] : []),
    ...(inReview > 0 ? [`${inReview} left for a curator: approve them too with --approve all.`] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be read as a request.`] : []),
    ...(failed > 0 ? [`${failed} not delivered. Run the same command again to go on.`] : []),
    'requests.ndjson tells what became of each line.',
  ].join('\n');
}
