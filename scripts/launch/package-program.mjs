import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of a program that a package brings, for running it with a Node of our choice.
 *
 * @param {string} root of the checkout
 * @param {string} packageName
 * @param {string} [program] where its name is not the package's
 * @returns {string}
 */
export function packageProgram(root, packageName, program = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}
