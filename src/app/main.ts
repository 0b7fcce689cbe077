import { parseArgs } from 'node:util';
import { inviteCurator } from '../moderation/curation/invite-curator.ts';
import { readRulesAhead } from './adapters.ts';
import { startApp } from './compose.ts';
import { readConfig } from './config.ts';
import { createLogger } from './create-logger.ts';
import { refuse } from './refuse.ts';
import { startLines } from './start-lines.ts';
import { startProblem } from './start-problem.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { warnOfEngine } from './warn-of-engine.ts';

/** Who starts the app has the machine, and may all. */
const OPERATOR = { name: 'curator', role: 'operator', by: null } as const;

function rolesFromArguments(): string[] | undefined {
  try {
    const { values } = parseArgs({ options: { role: { type: 'string', multiple: true } } });
    return values.role?.flatMap((each) => each.split(','));
  } catch (error) {
    return refuse([`${(error as Error).message} The only option is --role bots|worker|web.`]);
  }
}

const roles = rolesFromArguments();
const result = readConfig(roles ? { roles } : {});
if (!result.ok) {
  refuse(['Open Call cannot start with this configuration:', ...result.errors.map((error) => `  - ${error}`)]);
}
const { config } = result;

// Signals count from the first moment on: what is being opened by then is opened and closed again.
const starting = startApp({ config, logger: createLogger(config.LOG_LEVEL) });
const stopping = stopOnSignal(async (graceMs) => (await starting).stop(graceMs), console.error);

try {
  const app = await starting;
  if (!stopping.begun) {
    const clock = () => new Date();
    const { curators } = app.parts.store;
    const link = app.url ? `${app.url}${(await inviteCurator({ curators, clock }, OPERATOR)).path}` : null;
    for (const line of startLines(app, config, link)) console.log(line);
    const warned = config.roles.includes('worker') ? warnOfEngine(config, console.error) : null;
    if (config.roles.includes('bots')) await readRulesAhead();
    await warned;
  }
} catch (error) {
  const problem = startProblem(error);
  if (problem === null) throw error;
  refuse([problem]);
}
