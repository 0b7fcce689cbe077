import type { RedisOptions } from 'ioredis';
import { AdapterError } from '../requests/index.ts';

/** Where a Redis is and how to get in, in ioredis's words. */
export type RedisAddress = Pick<RedisOptions, 'host' | 'port' | 'path' | 'username' | 'password' | 'db' | 'tls'>;

/**
 * Reads `redis://[user:password@]host[:port][/database]`, `rediss://` for TLS, or `unix:///path`. Throws an
 * `AdapterError` that does not repeat the URL, since it may hold a password.
 */
export function parseRedisUrl(text: string): RedisAddress {
  if (!URL.canParse(text)) throw unusable('REDIS_URL is not a URL such as redis://localhost:6379');
  const url = new URL(text);
  const credentials = {
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
  };
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname), ...credentials };
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') {
    throw unusable(`REDIS_URL must begin with redis:// or rediss://, not ${url.protocol}//`);
  }
  const db = url.pathname.length > 1 ? Number(url.pathname.slice(1)) : 0;
  if (!Number.isInteger(db) || db < 0) throw unusable('REDIS_URL must end in the number of a database, or without one');
  return {
    host: url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: Number(url.port || 6379),
    db,
    ...credentials,
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** The place without the credentials, for people and logs. */
export function describeAddress({ host, port, path, db, tls }: RedisAddress): string {
  if (path) return `unix://${path}`;
  return `${tls ? 'rediss' : 'redis'}://${host}:${port}${db ? `/${db}` : ''}`;
}

export function unusable(message: string, cause?: unknown): AdapterError {
  return new AdapterError(message, { adapter: 'redis', code: 'unusable', retryable: false, cause });
}
