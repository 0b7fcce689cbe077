import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchLock, tellOfWaiting, withCheckoutLock } from './checkout-lock.mjs';
import { LaunchError } from './launch-error.mjs';
import { nodePackage, privateNodeMajor, runsTypeScript } from './node-version.mjs';
import { describeNpmFailure, runNpm } from './npm.mjs';
import { showProgress } from './progress.mjs';

const partialPrefix = 'partial-node-';

/** @param {string} node */
function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** @param {string} why */
const installYourself = (why) =>
  new LaunchError(`${why} Install Node ${privateNodeMajor} from nodejs.org and start again.`);

/**
 * Fetches a Node into a folder of its own and moves it into place when it has been seen to run, so that one whose
 * download was cut short is never taken for whole.
 *
 * @param {string} runtimeFolder
 * @param {{ name: string, binary: string }} source
 * @param {string} place
 * @param {import('./checkout-lock.mjs').NoteChild} noteChild
 */
async function fetchNode(runtimeFolder, source, place, noteChild) {
  for (const name of await readdir(runtimeFolder)) {
    if (name.startsWith(partialPrefix)) await rm(join(runtimeFolder, name), { recursive: true, force: true });
  }
  const partial = join(runtimeFolder, `${partialPrefix}${process.pid}`);
  await mkdir(partial);
  // Without it npm would take the checkout above for the project.
  await writeFile(join(partial, 'package.json'), '{"private":true}\n');
  const install = [
    'install',
    `${source.name}@${privateNodeMajor}`,
    '--ignore-scripts',
    '--no-save',
    '--no-package-lock',
  ];
  const ending = await runNpm(process.execPath, partial, install, noteChild);
  if (ending.code !== 0) throw new LaunchError(describeNpmFailure(`Fetching Node ${privateNodeMajor}`, ending.output));
  const fetched = join(partial, 'node_modules', source.name);
  const version = versionOf(join(fetched, source.binary));
  if (version === null) throw installYourself('The fetched Node does not run on this machine.');
  if (!runsTypeScript(version))
    throw installYourself(`The package registry's newest Node ${privateNodeMajor} is ${version}, which is too old.`);
  await rename(fetched, place);
  await rm(partial, { recursive: true, force: true });
}

/**
 * Path of a Node that runs TypeScript: this one, else a private one under `.runtime/`, fetched when it is not there yet.
 *
 * @param {string} root of the checkout
 * @param {string} ownVersion
 */
export async function ensureNode(root, ownVersion = process.versions.node) {
  if (runsTypeScript(ownVersion)) return process.execPath;
  const source = nodePackage(process.platform, process.arch);
  if (source === null) throw installYourself(`Node ${ownVersion} is too old.`);
  const runtimeFolder = join(root, '.runtime');
  const place = join(runtimeFolder, `node-${privateNodeMajor}`);
  const node = join(place, source.binary);
  if (existsSync(node)) return node;

  const about = `Node ${ownVersion} is older than 22.18: fetching Node ${privateNodeMajor} into .runtime/, once`;
  await withCheckoutLock(launchLock(root), tellOfWaiting, async (noteChild) => {
    if (existsSync(node)) return;
    const progress = showProgress(() => about);
    await fetchNode(runtimeFolder, source, place, noteChild).finally(() => progress.end());
  });
  return node;
}
