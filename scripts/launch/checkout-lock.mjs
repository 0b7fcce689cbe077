import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const beatEveryMs = 2_000;
/** A lock that nobody touched for this long belongs to nobody, even if its process id is in use again. */
const staleAfterMs = 30_000;
const lookEveryMs = 200;

/** @typedef {(child: import('node:child_process').ChildProcess) => void} NoteChild */

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Who holds a lock: null when nobody does.
 *
 * @param {string} path
 */
async function readHolder(path) {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const [host = '', , ...pids] = text.split(' ');
    const silentMs = Date.now() - mtimeMs;
    // No process is named for the moment between the file's creation and its first line.
    const dead = pids.length > 0 && host === hostname() && !pids.some((pid) => isAlive(Number(pid)));
    return { text, stale: dead || silentMs > staleAfterMs };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Takes a stale lock away. One at a time, which a second lock beside it sees to, and after another look: so nobody takes
 * away the fresh lock of whoever came first.
 *
 * @param {string} path
 * @param {string} staleText
 */
async function removeStale(path, staleText) {
  const guard = `${path}.removal`;
  if (!(await create(guard, ''))) {
    // Whoever made it is done in a moment, unless it died just then.
    const madeAt = (await stat(guard).catch(() => null))?.mtimeMs;
    if (madeAt !== undefined && Date.now() - madeAt > staleAfterMs) await rm(guard, { force: true });
    return;
  }
  try {
    if ((await readHolder(path))?.text === staleText) await rm(path);
  } finally {
    await rm(guard, { force: true });
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
async function create(path, text) {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * The lock under which a checkout is prepared.
 *
 * @param {string} root
 */
export function launchLock(root) {
  return join(root, '.runtime', 'launch.lock');
}

export function tellOfWaiting() {
  process.stderr.write('Another start is preparing this folder; waiting for it.\n');
}

/**
 * Does work that only one launcher of a checkout may do at a time. A lock whose holder died is taken over, once the
 * child that was working for it is gone too.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {() => void} onWait called once if another holds it
 * @param {(noteChild: NoteChild) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withCheckoutLock(path, onWait, work) {
  await mkdir(dirname(path), { recursive: true });
  let text = `${hostname()} ${randomUUID()} ${process.pid}`;
  let waiting = false;
  while (!(await create(path, text))) {
    const holder = await readHolder(path);
    if (holder === null) continue;
    if (holder.stale) {
      await removeStale(path, holder.text);
      continue;
    }
    if (!waiting) onWait();
    waiting = true;
    await delay(lookEveryMs);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, beatEveryMs);
  try {
    return await work((child) => {
      text += ` ${child.pid}`;
      writeFileSync(path, text);
    });
  } finally {
    clearInterval(beat);
    if ((await readHolder(path))?.text === text) await rm(path, { force: true });
  }
}
