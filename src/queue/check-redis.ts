import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { messageOf } from './outage.ts';
import { describeAddress, type RedisAddress, unusable } from './redis-connection.ts';

/** BullMQ 6 demands 5.0 and advises 6.2, from where on its scripts are tested. */
const LOWEST_VERSION = [6, 2] as const;
const TRY_EVERY_MS = 100;

/**
 * Waits until a Redis answers, at most so long, and looks whether BullMQ can rely on it. Throws an `AdapterError` with
 * code `unusable` that says what to change.
 */
export async function checkRedis(
  address: RedisAddress,
  patienceMs: number,
  logger: Pick<Logger, 'warn'>,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask(address);
    if (typeof answer === 'string') return judge(answer, describeAddress(address), logger);
    if (Date.now() > deadline) {
      throw unusable(`Redis at ${describeAddress(address)} does not answer: ${answer.message}`, answer);
    }
    await delay(TRY_EVERY_MS);
  }
}

async function ask(address: RedisAddress): Promise<string | Error> {
  const redis = new Redis({
    ...address,
    lazyConnect: true,
    connectTimeout: 2000,
    commandTimeout: 2000,
    retryStrategy: () => null,
  });
  // The rejection often says only that the connection is closed; the event says why.
  let reason: unknown = null;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await redis.connect();
    return await redis.info();
  } catch (rejection) {
    const error = reason ?? rejection;
    if (/NOAUTH|WRONGPASS|NOPERM|ERR invalid password/i.test(messageOf(error))) {
      throw unusable(`Redis at ${describeAddress(address)} does not let us in: check the name and password`, error);
    }
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    redis.disconnect();
  }
}

/** Reads Redis's INFO (redis.io/docs/latest/commands/info). */
function judge(info: string, where: string, logger: Pick<Logger, 'warn'>): void {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const version = field('redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < LOWEST_VERSION[0] || (major === LOWEST_VERSION[0] && minor < LOWEST_VERSION[1])) {
    throw unusable(`Redis at ${where} is version ${version}; ${LOWEST_VERSION.join('.')} or newer is needed`);
  }
  if (field('role') === 'slave') throw unusable(`Redis at ${where} is a read-only replica; name its primary`);
  const policy = field('maxmemory_policy') ?? 'noeviction';
  if (policy === 'noeviction') return;
  const advice = `Redis at ${where} has maxmemory-policy ${policy} and may throw jobs away; set it to noeviction`;
  if (field('maxmemory') !== '0') throw unusable(advice);
  logger.warn(advice);
}
