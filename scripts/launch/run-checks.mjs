import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageProgram } from './package-program.mjs';
import { runWithNode } from './run-with-node.mjs';

/** @typedef {import('./run-with-node.mjs').Place} Place */
/** @typedef {import('./run-with-node.mjs').CommandEnding} CommandEnding */

/** What browsers run is checked with their types, apart from the rest. */
const foldersForBrowsers = ['src/web/app', 'tests/simulators/discord/page/client'];

const WITHOUT_TESTS = '--without-tests';

/** What the launcher itself is told of the checks. */
export const checkArguments = {
  options: [WITHOUT_TESTS],
  help: `npm run check

Runs everything that a change must pass, each check even if one before it failed: format and lint, types, unused code and
tests. It changes no file.

  -- ${WITHOUT_TESTS}   leaves the tests out
`,
};

/** @param {Place} place */
function checksOf({ root }) {
  const typeScript = packageProgram(root, 'typescript', 'tsc');
  const checks = [
    {
      name: 'format and lint',
      program: [packageProgram(root, '@biomejs/biome', 'biome'), 'check', '--error-on-warnings'],
    },
    { name: 'types', program: [typeScript, '-p', root] },
  ];
  for (const folder of foldersForBrowsers) {
    const project = join(root, folder, 'tsconfig.json');
    if (existsSync(project)) checks.push({ name: `types of ${folder}`, program: [typeScript, '-p', project] });
  }
  checks.push({ name: 'unused code', program: [packageProgram(root, 'knip'), '--no-progress'] });
  checks.push({ name: 'tests', program: [packageProgram(root, 'vitest'), 'run'] });
  return checks;
}

/**
 * Everything that a change must pass, each check even if one before it failed.
 *
 * @param {Place} place
 * @param {readonly string[]} commandArguments of `checkArguments`
 * @returns {Promise<CommandEnding>}
 */
export async function runChecks(place, commandArguments) {
  const withoutTests = commandArguments.includes(WITHOUT_TESTS);
  const failed = [];
  for (const { name, program } of checksOf(place)) {
    if (withoutTests && name === 'tests') continue;
    process.stderr.write(`── ${name}\n`);
    const ending = await runWithNode(place, program);
    if (ending.signal !== null || ending.received !== null) return ending;
    if (ending.code !== 0) failed.push(name);
  }
  process.stderr.write(failed.length === 0 ? 'All checks passed.\n' : `Failed: ${failed.join(', ')}.\n`);
  return { code: failed.length === 0 ? 0 : 1, signal: null, received: null };
}
