import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchLock, tellOfWaiting, withCheckoutLock } from './checkout-lock.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { LaunchError } from './launch-error.mjs';
import { packageProgram } from './package-program.mjs';
import { showProgress } from './progress.mjs';
import { childArguments, childEnvironment, runPreparation } from './start-child.mjs';

/** What the pages are made of; tests/architecture.test.ts holds the pages to importing nothing else. */
export const pageSources = [
  'src/web/app',
  'src/web/pages',
  'src/wording',
  'src/requests',
  'src/calls',
  'vite.config.ts',
  'package-lock.json',
];

/**
 * Builds the pages into `dist/web` if what they are made of changed since.
 *
 * @param {string} root of the checkout
 * @param {string} node path of the Node that runs Vite
 */
export async function ensurePages(root, node) {
  if (!existsSync(join(root, 'src/web/app/main.tsx'))) return;
  const folder = join(root, 'dist', 'web');
  const stamp = join(folder, '.open-call-pages');
  const current = () => fingerprint(root, pageSources);
  if (readStamp(stamp) === current()) return;

  await withCheckoutLock(launchLock(root), tellOfWaiting, async (noteChild) => {
    const asked = current();
    if (readStamp(stamp) === asked) return;
    // Gone before Vite starts, so that a build that was cut short is done again.
    await rm(stamp, { force: true });
    const progress = showProgress(() => 'Building the pages');
    const build = [...childArguments('SIGKILL'), packageProgram(root, 'vite'), 'build', '--logLevel=warn'];
    const options = { cwd: root, env: { ...childEnvironment(node), NODE_ENV: 'production' }, started: noteChild };
    const ending = await runPreparation(node, build, options).finally(() => progress.end());
    if (ending.code !== 0) throw new LaunchError(`Building the pages failed.\n${ending.output.trim()}`);
    mkdirSync(folder, { recursive: true });
    writeStamp(stamp, asked);
  });
}
