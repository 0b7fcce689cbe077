import { describe, it } from 'vitest';
import { findChromium } from './machine/chromium.ts';
import { findPostgresPrograms } from './machine/postgres-server.ts';
import { findRedisServer } from './machine/redis.ts';

export { chromiumArguments } from './machine/chromium.ts';
export { dataFolder, layEmptyRecords } from './machine/empty-records.ts';
export { freePort } from './machine/free-port.ts';
export { freshDatabase, type TestDatabase } from './machine/fresh-database.ts';
export { startRedis, type TestRedis } from './machine/redis.ts';
export { waitUntil } from './machine/wait-until.ts';

/** What a machine may have or lack for the tests. */
export type Service = 'redis' | 'postgres' | 'chromium';

const services: Record<Service, { isThere: () => boolean; howToGetIt: string }> = {
  redis: {
    isThere: () => Boolean(process.env.TEST_REDIS_URL) || findRedisServer() !== null,
    howToGetIt: 'no redis-server on PATH: `apt-get install redis-server`, or set TEST_REDIS_URL',
  },
  postgres: {
    isThere: () => Boolean(process.env.TEST_DATABASE_URL) || findPostgresPrograms() !== null,
    howToGetIt: 'no PostgreSQL server: `apt-get install postgresql`, or set TEST_DATABASE_URL',
  },
  chromium: {
    isThere: () => findChromium() !== null,
    howToGetIt: 'no Chromium: `apt-get install chromium`, or set TEST_CHROMIUM to its path',
  },
};

/** Why tests of a service cannot run here, with how to get it; null when they can. */
export function missingService(service: Service): string | null {
  const { isThere, howToGetIt } = services[service];
  return isThere() ? null : howToGetIt;
}

/**
 * Like `describe`, for tests that need a service: skipped with the reason in their name where it is missing, or failed
 * where `REQUIRE_ALL` is set, as in `.ci/run`.
 */
export function describeWith(service: Service, name: string, tests: () => void): void {
  const missing = missingService(service);
  if (missing === null) describe(name, tests);
  else if (!process.env.REQUIRE_ALL) describe.skip(`${name} (${missing})`, tests);
  else {
    describe(name, () => {
      it(`has ${service}`, () => {
        throw new Error(missing);
      });
    });
  }
}

/** Path of Chromium; inside `describeWith('chromium', …)` it is there. */
export function testChromium(): string {
  const path = findChromium();
  if (path === null) throw new Error(services.chromium.howToGetIt);
  return path;
}
