import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { z } from 'zod';

/** Written beside the data of the embedded redis-server: which process it is and where it listens. */
export const PID_FILE = 'redis.pid.json';
const pidSchema = z.object({ pid: z.int().positive(), path: z.string().min(1) });

const END_WITHIN_MS = 5000;
const LOOK_EVERY_MS = 20;

/**
 * Ends the redis-server that an earlier run of ours left behind when it was killed: two on the same append-only file
 * would ruin it. Leaves any other process alone that has got its number meanwhile.
 */
export async function endOrphan(directory: string, logger: Logger): Promise<void> {
  const left = await readPidFile(join(directory, PID_FILE));
  if (!left) return;
  if (await isOurs(left)) {
    logger.info({ pid: left.pid }, 'Ending the redis-server that an earlier run left behind');
    signal(left.pid, 'SIGTERM');
    const deadline = Date.now() + END_WITHIN_MS;
    while (await isOurs(left)) {
      if (Date.now() > deadline) signal(left.pid, 'SIGKILL');
      await delay(LOOK_EVERY_MS);
    }
  }
  await rm(join(directory, PID_FILE), { force: true });
  // The folder was made for this socket alone, with a name like `open-call-aB3dE9`.
  if (/open-call-\w+$/.test(dirname(left.path))) await rm(dirname(left.path), { recursive: true, force: true });
}

async function readPidFile(file: string): Promise<z.infer<typeof pidSchema> | null> {
  try {
    return pidSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** redis-server shows the socket it listens on in its own title (`proc-title-template`, redis.conf of 7.0). */
async function isOurs({ pid, path }: z.infer<typeof pidSchema>): Promise<boolean> {
  return (await titleOf(pid)).includes(path);
}

async function titleOf(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // Not Linux, or no such process.
  }
  try {
    return (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went by itself meanwhile.
  }
}
