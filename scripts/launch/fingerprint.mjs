import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file under a path, itself if it is a file; none if it is not there. Relative to the root, in a stable order.
 *
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/**
 * One SHA-256 over the names and the bytes of files and folders, and over what else the result depends on.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to the root
 * @param {readonly string[]} [also]
 */
export function fingerprint(root, paths, also = []) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(root, path))) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  for (const text of also) hash.update(`\0${text}`);
  return hash.digest('hex');
}

/**
 * What a stamp says; null where there is none.
 *
 * @param {string} path
 */
export function readStamp(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
export function writeStamp(path, text) {
  writeFileSync(path, `${text}\n`);
}
