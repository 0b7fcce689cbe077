// Preloaded into what the launcher starts. A launcher that is killed outright cannot pass anything on, so the child
// looks for it now and then and ends like after a SIGTERM once it is gone, instead of holding the port and the data
// folder with nobody left who knows of it.
import { isMainThread } from 'node:worker_threads';

const lookEveryMs = 500;
const giveUpAfterMs = 30_000;
const launcher = Number(new URL(import.meta.url).searchParams.get('launcher'));

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
    process.kill(process.pid, 'SIGTERM');
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
