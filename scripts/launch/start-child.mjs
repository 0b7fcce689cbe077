import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { Interrupted } from './launch-error.mjs';

/** npm and a process group can each deliver the same Ctrl-C; what comes this close together is one. */
const sameSignalMs = 200;
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Arguments for a Node that is started from here, so that it does not outlive a launcher that was killed.
 *
 * @param {'SIGTERM' | 'SIGKILL'} signal what it then gets
 */
export function childArguments(signal = 'SIGTERM') {
  const preload = new URL('./stop-with-launcher.mjs', import.meta.url);
  preload.searchParams.set('launcher', String(process.pid));
  preload.searchParams.set('signal', signal);
  return [`--import=${preload.href}`, '--disable-warning=ExperimentalWarning'];
}

/**
 * The environment for children: whatever they start as `node` is the same Node.
 *
 * @param {string} node path of the Node
 */
export function childEnvironment(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Passes signals on to a child. A terminal sends Ctrl-C to all of its foreground processes, so there it has reached the
 * child already; without a terminal it was meant for this process alone.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} atOnce whether any signal is to end it without its consent
 */
function forwardSignals(child, atOnce) {
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  /** @type {Map<string, number>} */
  const last = new Map();
  /** @type {NodeJS.Signals | null} */
  let received = null;
  /** @type {(signal: NodeJS.Signals) => void} */
  const forward = (signal) => {
    received ??= signal;
    if (atOnce) {
      child.kill('SIGKILL');
      return;
    }
    const now = performance.now();
    const repeated = now - (last.get(signal) ?? Number.NEGATIVE_INFINITY) < sameSignalMs;
    last.set(signal, now);
    if (repeated || (signal === 'SIGINT' && onTerminal)) return;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  /** Stops passing on, and tells which signal came first. */
  return () => {
    for (const signal of signals) process.off(signal, forward);
    return received;
  };
}

/**
 * @typedef {object} Ending
 * @property {number} code as a shell has it: 128 and the signal's number for a child that a signal ended
 * @property {NodeJS.Signals | null} signal
 * @property {NodeJS.Signals | null} received the first signal that came for the launcher meanwhile
 * @property {string} output what it printed, where that was captured
 */

/**
 * Runs a program to its end; signals meant for the launcher reach it.
 *
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, capture?: boolean, started?: (child: import('node:child_process').ChildProcess) => void }} options
 *   `capture` keeps its output instead of showing it, and lets a signal end it at once
 * @returns {Promise<Ending>}
 */
export function runChild(program, programArguments, { cwd, env, capture = false, started }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd,
      env,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
    });
    const stopForwarding = forwardSignals(child, capture);
    started?.(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once(capture ? 'close' : 'exit', (code, signal) => {
      const received = stopForwarding();
      resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), signal, received, output });
    });
  });
}

/**
 * Runs a program whose result something else waits for, with its output kept. A signal that comes meanwhile ends both at
 * once: what was being prepared is prepared anew, so npm need not spend half a minute on tidying up.
 *
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, started: (child: import('node:child_process').ChildProcess) => void }} options
 */
export async function runPreparation(program, programArguments, options) {
  const ending = await runChild(program, programArguments, { ...options, capture: true });
  if (ending.received !== null) throw new Interrupted(ending.received);
  return ending;
}

/**
 * Ends this process as its child ended, so that whoever waits for it sees no difference.
 *
 * @param {Pick<Ending, 'code' | 'signal'>} ending
 */
export function endLike({ code, signal }) {
  process.exitCode = code;
  if (signal !== null && process.platform !== 'win32') process.kill(process.pid, signal);
}
