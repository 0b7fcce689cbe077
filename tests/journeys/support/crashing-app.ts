import { startApp } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createLogger } from '../../../src/app/create-logger.ts';
import { signInLink } from '../../../src/app/sign-in-link.ts';
import { type CrashPoint, crashAt } from './crash-points.ts';

// The app as `npm start` runs it, with a point at which it kills itself. The parent hears where its pages are.
const point = process.env.CRASH_POINT ? (JSON.parse(process.env.CRASH_POINT) as CrashPoint) : null;
const roles = process.env.ROLES?.split(',');
const result = readConfig({ envFile: '', ...(roles && { roles }) });
if (!result.ok) throw new Error(result.errors.join('\n'));
const app = await startApp({
  config: result.config,
  logger: createLogger('warn'),
  ...(point && { replace: (parts) => crashAt(parts, point) }),
});
process.on('SIGTERM', () => {
  app.stop(5000).then(() => process.exit(0));
});
const { curators } = app.parts.store;
const link = app.url ? await signInLink({ curators, clock: () => new Date() }, app.url, 'noor') : null;
process.send?.({ url: app.url, link });
