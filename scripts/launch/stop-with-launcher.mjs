// Preloaded into what the launcher starts, so that nobody can tell that there is one between.
// A launcher that is killed outright cannot pass anything on, so the child
// looks for it now and then and sends itself a signal once it is gone: SIGTERM for the app, instead of holding the port
// and the data folder with nobody left who knows of it; SIGKILL for npm, which takes half a minute to heed another.
import { isMainThread } from 'node:worker_threads';

const lookEveryMs = 500;
const giveUpAfterMs = 30_000;
const doubledSignals = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);
const doubledWithinMs = 200;
const told = new URL(import.meta.url).searchParams;
const launcher = Number(told.get('launcher'));
const signal = told.get('signal') ?? 'SIGTERM';
const parent = process.ppid;
// While developing, Node's watcher stands between, which runs nothing preloaded itself.
const watcher = parent !== launcher && isThere(launcher) ? parent : null;

/** @param {number} pid */
function isThere(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function launcherIsGone() {
  // Windows keeps the parent's id after its death; elsewhere an orphan gets another parent at once.
  if (watcher !== null || process.platform === 'win32') return !isThere(launcher);
  return process.ppid !== launcher;
}

function watchLauncher() {
  const timer = setInterval(() => {
    if (!launcherIsGone()) return;
    clearInterval(timer);
    // A watcher passes it on, and is not to wait for changes that nobody makes.
    process.kill(watcher !== null && process.ppid === watcher ? watcher : process.pid, signal);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), giveUpAfterMs).unref();
  }, lookEveryMs);
  timer.unref();
}

/**
 * A signal to a whole process group comes to this process twice, the second time passed on by the launcher. That is one
 * request to stop, not the impatient second one.
 */
function hearDoubledSignalsOnce() {
  const emit = process.emit;
  /** @type {Map<unknown, number>} */
  const last = new Map();
  /** @type {(event: any, ...rest: any[]) => boolean} */
  const emitOnce = (event, ...rest) => {
    if (doubledSignals.has(event)) {
      const now = performance.now();
      const doubled = now - (last.get(event) ?? Number.NEGATIVE_INFINITY) < doubledWithinMs;
      last.set(event, now);
      if (doubled) return true;
    }
    return Reflect.apply(emit, process, [event, ...rest]);
  };
  process.emit = emitOnce;
}

if (isMainThread) {
  hearDoubledSignalsOnce();
  // Processes forked further on inherit these arguments, but have another parent.
  const at = process.execArgv.findIndex(
    (argument) => argument.startsWith('--import=') && argument.includes(import.meta.url),
  );
  if (at >= 0) process.execArgv.splice(at, 1);
  watchLauncher();
}
