import { join } from 'node:path';
import type { Logger } from 'pino';
import { checkRedis } from './check-redis.ts';
import { startInProcessRedis } from './in-process-redis.ts';
import { describeAddress, parseRedisUrl, type RedisAddress } from './redis-connection.ts';
import { isMissing, startRedisProcess } from './redis-process.ts';

/** A configured Redis may come up a little after us, as containers do. */
const CONFIGURED_PATIENCE_MS = 15_000;

export interface RedisHandle {
  /** How to connect, in ioredis's words. */
  address: RedisAddress;
  /** For the start-up lines, without credentials. */
  description: string;
  /** Ends what was started here; a configured Redis is left alone. */
  close(): Promise<void>;
}

export interface RedisChoice {
  /** `REDIS_URL`, or null for an embedded one. */
  url: string | null;
  /** The data folder; the embedded redis-server keeps its file under `redis` in it. */
  directory: string;
  logger: Logger;
  /** What redis-server is called on this machine. */
  command?: string;
}

/**
 * The configured Redis, else the machine's own redis-server in private, else one written for Node in this process.
 * Throws an `AdapterError` with code `unusable` where the configured one cannot serve.
 */
export async function openRedis({
  url,
  directory,
  logger,
  command = 'redis-server',
}: RedisChoice): Promise<RedisHandle> {
  if (url !== null) {
    const address = parseRedisUrl(url);
    await checkRedis(address, CONFIGURED_PATIENCE_MS, logger);
    return { address, description: `Redis at ${describeAddress(address)}`, close: async () => {} };
  }
  const folder = join(directory, 'redis');
  try {
    const running = await startRedisProcess(command, folder, logger);
    return { ...running, description: `redis-server in ${folder}` };
  } catch (error) {
    if (!isMissing(error))
      logger.warn({ err: error }, 'redis-server is on this machine but does not start; going on without it');
  }
  const running = await startInProcessRedis();
  return { ...running, description: 'js-redis-server in this process' };
}
