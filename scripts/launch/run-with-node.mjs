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
  const options = { cwd: root, env: childEnvironment(node) };
  return runChild(
    node,
    [...childArguments(), ...programArguments],
    started === undefined ? options : { ...options, started },
  );
}
