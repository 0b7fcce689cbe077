import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageProgram } from './package-program.mjs';
import { runWithNode } from './run-with-node.mjs';

/** @typedef {import('./run-with-node.mjs').Place} Place */

/**
 * The app, started again when its code changes, and the pages, built again when theirs does.
 *
 * @param {Place} place
 * @param {readonly string[]} commandArguments
 */
export async function runDevelopment(place, commandArguments) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let pages = null;
  const hasPages = existsSync(join(place.root, 'src/web/app/main.tsx'));
  const build = [packageProgram(place.root, 'vite'), 'build', '--watch', '--logLevel=warn'];
  const building = hasPages
    ? runWithNode(place, build, (child) => {
        pages = child;
      })
    : null;
  const ending = await runWithNode(place, [
    '--watch',
    '--watch-preserve-output',
    join(place.root, 'src/app/main.ts'),
    ...commandArguments,
  ]);
  /** @type {import('node:child_process').ChildProcess | null} */ (pages)?.kill();
  await building;
  return ending;
}
