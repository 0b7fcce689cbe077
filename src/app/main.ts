import { flushCompileCache } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { wakeEmbedded } from '../store/wake-embedded.ts';
import { readConfig } from './config.ts';
import { createLogger } from './create-logger.ts';
import { readCommandLine } from './read-command-line.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const USAGE = `npm start [-- --role ROLE]

  --role ROLE   runs this part alone: bots, worker or web; several by commas. Without it, all of them.

docs/configuration.md has the settings, npm run opencall the other commands.`;

const { values } = readCommandLine(USAGE, { options: { role: { type: 'string', multiple: true } } });
const roles = values.role?.flatMap((each) => each.split(','));
const result = readConfig(roles ? { roles } : {});
if (!result.ok) {
  refuse(['Open Call cannot start with this configuration:', ...result.errors.map((error) => `  - ${error}`)]);
}
const { config } = result;

// Signals count from the first moment on: what is being opened by then is opened and closed again.
const stopping = stopOnSignal(async (graceMs) => (await starting).stop(graceMs), console.error);
// The embedded records wake in a thread of their own while this one loads the rest; whoever waits for them is told why not.
const embedded = config.DATABASE_URL === undefined ? wakeEmbedded(config.dataDirectory) : undefined;
embedded?.catch(() => {});
// Loading keeps this thread busy: the other one begins first. Nothing is waited for before this: a signal needs it.
const starting = setImmediate()
  .then(() => import('./compose.ts'))
  .then(({ startApp }) => startApp({ config, embedded, logger: createLogger(config.LOG_LEVEL) }));

try {
  const app = await starting;
  const { welcome } = await import('./welcome.ts');
  if (!stopping.begun) await welcome(app, config);
  // Node keeps compiled code when it exits; who is killed instead begins as quickly the next time.
  flushCompileCache();
} catch (error) {
  const problem = startProblem(error);
  if (problem === null) throw error;
  refuse([problem]);
}
