import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { childArguments, childEnvironment, runPreparation } from './start-child.mjs';

/** npm talks about itself unless told otherwise; what goes wrong it still says. */
const quietly = ['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier', '--loglevel=error'];

/**
 * The file that npm is, for running it with a Node of our choice: the npm that called us, else the one on PATH, else the
 * one beside Node. Null when there is only a program that cannot be run that way.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function findNpmFile(environment) {
  const caller = environment.npm_execpath;
  if (caller !== undefined && basename(caller) === 'npm-cli.js' && existsSync(caller)) return caller;
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    for (const candidate of [join(folder, 'npm'), join(folder, 'node_modules/npm/bin/npm-cli.js')]) {
      if (folder === '' || !existsSync(candidate)) continue;
      const file = realpathSync(candidate);
      if (basename(file) === 'npm-cli.js') return file;
    }
  }
  const besideNode = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return existsSync(besideNode) ? besideNode : null;
}

/**
 * Runs npm with its output kept.
 *
 * @param {string} node path of the Node that runs it
 * @param {string} folder
 * @param {readonly string[]} npmArguments
 * @param {(child: import('node:child_process').ChildProcess) => void} started
 */
export async function runNpm(node, folder, npmArguments, started) {
  const file = findNpmFile(process.env);
  const options = { cwd: folder, env: childEnvironment(node), started };
  const everything = [...npmArguments, `--prefix=${folder}`, '--no-dry-run', ...quietly];
  if (file !== null) return runPreparation(node, [...childArguments('SIGKILL'), file, ...everything], options);
  try {
    return await runPreparation('npm', everything, options);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    throw new LaunchError('npm was not found. Install it (it comes with Node) and start again.');
  }
}

/** What to do about npm's error codes. */
const advice = /** @type {const} */ ([
  [/\bENOSPC\b/, 'The disk is full: make room and start again.'],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/,
    'The package registry cannot be reached: go online (or set the proxy or registry in your npm configuration) and start again.',
  ],
  [/\b(E401|E403|ENEEDAUTH)\b/, 'The package registry wants a sign-in: see `npm config get registry` and `npm login`.'],
  [/\b(E404|ETARGET)\b/, 'The package registry does not have a package that is needed: see `npm config get registry`.'],
  [/\bE5\d\d\b/, 'The package registry is in trouble: start again later.'],
  [/\bEUSAGE\b/, 'package-lock.json and package.json do not agree: take both from the repository again.'],
  [/\bEINTEGRITY\b/, 'A package arrived damaged: run `npm cache verify` and start again.'],
  [/\b(EACCES|EPERM|EROFS)\b/, 'This folder may not be written by you: give it to your user and start again.'],
]);

/**
 * What went wrong in npm and what to do, for a person.
 *
 * @param {string} doing
 * @param {string} output npm's
 */
export function describeNpmFailure(doing, output) {
  const known = advice.find(([pattern]) => pattern.test(output));
  const said = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log of this run|debug-\d+\.log/.test(line))
    .slice(0, 12);
  const lines = [`${doing} failed.`, ...(said.length > 0 ? said : output.trim().split('\n').slice(-12))];
  return [...lines, known?.[1] ?? 'Start again; if it fails again, the lines above say why.'].join('\n');
}
