import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { attention, type Finding, failing, ok } from '../../bots/finding.ts';
import { checkRedis } from '../../queue/check-redis.ts';
import { describeAddress, parseRedisUrl } from '../../queue/redis-connection.ts';
import { AdapterError } from '../../requests/index.ts';

const ABOUT = 'queue';
const PATIENCE_MS = 1000;

/** Whether the Redis for the queue is there and can be relied on. */
export function examineQueue(url: string | undefined): Promise<Finding> {
  return url === undefined ? examineEmbedded() : examineConfigured(url);
}

async function examineConfigured(url: string): Promise<Finding> {
  let advised: string | null = null;
  try {
    const address = parseRedisUrl(url);
    const hear = (said: unknown) => {
      advised = String(said);
    };
    await checkRedis(address, PATIENCE_MS, { warn: hear });
    if (advised !== null) return attention(ABOUT, `${advised}.`, 'In redis.conf: maxmemory-policy noeviction.');
    return ok(ABOUT, `Redis at ${describeAddress(address)} answers.`);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const advice = 'Put that right, or leave REDIS_URL out to have a queue of our own.';
    return failing(ABOUT, `${error.message}.`, advice);
  }
}

async function examineEmbedded(): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)('redis-server', ['--version'], { timeout: 5000 });
    const version = /v=([\d.]+)/.exec(stdout)?.[1] ?? '';
    return ok(ABOUT, `redis-server ${version} of this machine, started by the app.`);
  } catch {
    return attention(
      ABOUT,
      'No redis-server on this machine: the app brings one written for Node, which is slower.',
      'For more than a few hundred requests a day install redis-server, or set REDIS_URL.',
    );
  }
}
