import { join } from 'node:path';
import { nodeArguments } from './node-arguments.mjs';
import { childArguments, childEnvironment, runChild } from './start-child.mjs';

/**
 * @typedef {object} Place where and with what a command runs
 * @property {string} root of the checkout
 * @property {string} node path of a Node that runs TypeScript
 */
/** @typedef {Pick<import('./start-child.mjs').Ending, 'code' | 'signal' | 'received'>} CommandEnding */

/**
 * Runs a file with the right Node, in this terminal.
 *
 * @param {Place} place
 * @param {readonly string[]} programArguments the file first
 * @param {(child: import('node:child_process').ChildProcess) => void} [started]
 */
export function runWithNode({ root, node }, programArguments, started) {
  // Kept from one start to the next: otherwise hundreds of files are read as TypeScript and compiled anew each time.
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...childEnvironment(node) };
  const options = { cwd: root, env };
  return runChild(
    node,
    [...childArguments(), ...nodeArguments, ...programArguments],
    started === undefined ? options : { ...options, started },
  );
}
