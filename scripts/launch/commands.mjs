import { join } from 'node:path';
import { packageProgram } from './package-program.mjs';
import { checkArguments, runChecks } from './run-checks.mjs';
import { runDevelopment } from './run-development.mjs';
import { runWithNode } from './run-with-node.mjs';

/** @typedef {import('./run-with-node.mjs').Place} Place */
/** @typedef {import('./run-with-node.mjs').CommandEnding} CommandEnding */
/**
 * @typedef {object} Command
 * @property {string} about
 * @property {boolean} pages whether the built pages are needed
 * @property {{ options: readonly string[], help: string }} [reads] what it takes itself; absent: the program that it runs reads that
 * @property {(place: Place, commandArguments: readonly string[]) => Promise<CommandEnding>} run
 */

/**
 * @param {string} file of the checkout
 * @returns {Command['run']}
 */
const runFile = (file) => (place, commandArguments) =>
  runWithNode(place, [join(place.root, file), ...commandArguments]);

/** @type {Command['run']} */
const runTests = (place, commandArguments) =>
  runWithNode(place, [packageProgram(place.root, 'vitest'), 'run', ...commandArguments]);

/** @type {Record<string, Command>} */
export const commands = {
  start: { about: 'run Open Call', pages: true, run: runFile('src/app/main.ts') },
  dev: { about: 'run it and follow changes', pages: true, run: runDevelopment },
  test: { about: 'run the tests', pages: true, run: runTests },
  check: {
    about: 'format, lint, types, unused code and tests',
    pages: true,
    reads: checkArguments,
    run: runChecks,
  },
  bench: { about: 'measure', pages: true, run: runFile('bench/run.ts') },
  call: { about: 'make the clips of a file of prompts', pages: false, run: runFile('src/app/call.ts') },
  redteam: { about: 'measure screening over a labelled set', pages: false, run: runFile('redteam/run.ts') },
  opencall: { about: "the operator's commands", pages: false, run: runFile('src/app/cli.ts') },
  simulate: {
    about: 'a Discord or an X on this machine to try it with',
    pages: false,
    run: runFile('tests/simulators/simulate.ts'),
  },
};
