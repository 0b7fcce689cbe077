import { inviteCurator } from '../moderation/curation/invite-curator.ts';
import { readRulesAhead } from './adapters.ts';
import type { App } from './compose.ts';
import type { Config } from './config.ts';
import { startLines } from './start-lines.ts';
import { warnOfEngine } from './warn-of-engine.ts';

/** Who starts the app has the machine, and may all. */
const OPERATOR = { name: 'curator', role: 'operator', by: null } as const;

/** Tells whoever started the app where to go and what is not well, and reads what the first post would wait for. */
export async function welcome(app: App, config: Config): Promise<void> {
  const clock = () => new Date();
  const { curators } = app.parts.store;
  const link = app.url ? `${app.url}${(await inviteCurator({ curators, clock }, OPERATOR)).path}` : null;
  for (const line of startLines(app, config, link)) console.log(line);
  const warned = config.roles.includes('worker') ? warnOfEngine(config, console.error) : null;
  if (config.roles.includes('bots')) await readRulesAhead();
  await warned;
}
