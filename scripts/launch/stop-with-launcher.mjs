// Preloaded into what the launcher starts. A launcher that is killed outright cannot pass anything on, so the child
// looks for it now and then and sends itself a signal once it is gone: SIGTERM for the app, instead of holding the port
// and the data folder with nobody left who knows of it; SIGKILL for npm, which takes half a minute to heed another.
import { isMainThread } from 'node:worker_threads';

const lookEveryMs = 500;
const giveUpAfterMs = 30_000;
const told = new URL(import.meta.url).searchParams;
const launcher = Number(told.get('launcher'));
const signal = told.get('signal') ?? 'SIGTERM';

function launcherIsGone() {
  // Windows keeps the parent's id after its death; elsewhere an orphan gets another parent at once.
  if (process.platform !== 'win32') return process.ppid !== launcher;
  try {
    process.kill(launcher, 0);
    return false;
  } catch {
    return true;
  }
}

function watchLauncher() {
  const timer = setInterval(() => {
    if (!launcherIsGone()) return;
    clearInterval(timer);
    process.kill(process.pid, signal);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), giveUpAfterMs).unref();
  }, lookEveryMs);
  timer.unref();
}

if (isMainThread) {
  // Processes forked further on inherit these arguments, but have another parent.
  const at = process.execArgv.findIndex(
    (argument) => argument.startsWith('--import=') && argument.includes(import.meta.url),
  );
  if (at >= 0) process.execArgv.splice(at, 1);
  watchLauncher();
}
