import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launchLock, tellOfWaiting, withCheckoutLock } from './checkout-lock.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { LaunchError } from './launch-error.mjs';
import { describeNpmFailure, runNpm } from './npm.mjs';
import { showProgress } from './progress.mjs';

/**
 * @typedef {object} LockedPackage one entry of package-lock.json
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */
/** @typedef {Record<string, LockedPackage>} LockedPackages by path, as in package-lock.json */

/**
 * Good enough for a progress line, which is all it is for.
 *
 * @param {LockedPackage} entry
 */
function fitsThisMachine({ os, cpu, libc }) {
  const fits = (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  return fits && (libc?.includes('glibc') ?? true);
}

/**
 * Whether what npm wrote down of node_modules is what a lock file asks for, as it is after someone's own `npm install`.
 * npm writes that list last, so it is not there after an installation that was cut short.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function matchesLock(wanted, installed) {
  const asked = Object.entries(wanted).filter(([path]) => path !== '');
  const rightVersions = asked.every(([path, entry]) => {
    const there = installed[path];
    return there === undefined ? entry.optional === true : there.version === entry.version;
  });
  return rightVersions && Object.keys(installed).every((path) => path in wanted);
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a file came after a point in time; npm first takes away what was installed before.
 *
 * @param {string} file
 * @param {number} since
 */
function isNewer(file, since) {
  return (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= since;
}

/**
 * Installs with npm, telling how many packages are in place.
 *
 * No package here needs its install script (their binaries come as packages), so none is run.
 *
 * @param {string} root
 * @param {string} node
 * @param {LockedPackages} wanted
 * @param {import('./checkout-lock.mjs').NoteChild} noteChild
 */
async function install(root, node, wanted, noteChild) {
  const manifests = Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && fitsThisMachine(entry))
    .map(([path]) => join(root, path, 'package.json'));
  const started = Date.now();
  const progress = showProgress(() => {
    const inPlace = manifests.filter((manifest) => isNewer(manifest, started)).length;
    return inPlace === 0 ? 'Installing packages' : `Installing packages: ${inPlace} of ${manifests.length}`;
  });
  const ci = ['ci', '--ignore-scripts', '--include=dev', '--include=optional'];
  const ending = await runNpm(node, root, ci, noteChild).catch((error) => {
    progress.end();
    throw error;
  });
  progress.end(ending.code === 0 ? 'Installed packages in ….' : undefined);
  if (ending.code !== 0) throw new LaunchError(describeNpmFailure('Installing packages', ending.output));
}

/**
 * Brings node_modules to what package-lock.json says, if it is not there already.
 *
 * @param {string} root of the checkout
 * @param {string} node path of the Node that runs npm
 */
export async function ensurePackages(root, node) {
  const stamp = join(root, 'node_modules', '.open-call-lock');
  const current = () => fingerprint(root, ['package-lock.json', '.npmrc'], [process.platform, process.arch]);
  if (readStamp(stamp) === current()) return;

  await withCheckoutLock(launchLock(root), tellOfWaiting, async (noteChild) => {
    const asked = current();
    if (readStamp(stamp) === asked) return;
    const wanted = readLock(join(root, 'package-lock.json'));
    if (wanted === null)
      throw new LaunchError('package-lock.json is missing or damaged: take it from the repository again.');
    const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
    if (installed === null || !matchesLock(wanted, installed)) await install(root, node, wanted, noteChild);
    writeStamp(stamp, asked);
  });
}
