import { flushCompileCache } from 'node:module';
import { startApp } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createLogger } from '../../../src/app/create-logger.ts';
import { inviteCurator } from '../../../src/moderation/curation/invite-curator.ts';
import { createFakeMediaTools } from '../../fakes/fake-media-tools.ts';
import { createInstantEngine } from '../../fakes/instant-engine.ts';
import { type CrashPoint, crashAt } from './crash-points.ts';

// The app as `npm start` runs it, with points at which it kills itself, one of them armed at a time: from the start, or
// when the parent says so. The parent hears where its pages are.
const points = JSON.parse(process.env.CRASH_POINTS ?? '[]') as CrashPoint[];
let armed = process.env.ARMED === undefined ? null : Number(process.env.ARMED);
process.on('message', ({ arm }: { arm: number }) => {
  armed = arm;
  process.send?.({ armed });
});
/** With clips that are made in no time, where it does not matter what they show. */
const isInstant = process.env.INSTANT_ENGINE === 'true';
// Where the films of a simulator are made in no time, so is the work on them.
const quick = process.env.FAKE_MEDIA === 'yes';
const roles = process.env.ROLES?.split(',');
const result = readConfig({ envFile: '', ...(roles && { roles }) });
if (!result.ok) throw new Error(result.errors.join('\n'));
const app = await startApp({
  // Clips of fakes are no videos that anybody could look at.
  config: { ...result.config, ...(isInstant || quick ? { PICTURE_CHECK: 'off' } : {}) },
  logger: createLogger('warn'),
  replace(opened) {
    const media = isInstant || quick ? { media: createFakeMediaTools() } : {};
    const parts = { ...opened, ...media, ...(isInstant && { engine: createInstantEngine() }) };
    return points.reduce((each, point, index) => crashAt(each, point, () => armed === index), parts);
  },
});
process.on('SIGTERM', () => {
  app.stop(5000).then(() => process.exit(0));
});
const { curators } = app.parts.store;
const NOOR = { name: 'noor', role: 'operator', by: null } as const;
const link = app.url ? `${app.url}${(await inviteCurator({ curators, clock: () => new Date() }, NOOR)).path}` : null;
process.send?.({ url: app.url, link });
// It never lives to the moment at which Node keeps compiled code.
flushCompileCache();
