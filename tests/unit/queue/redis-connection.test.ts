import { describe, expect, it } from 'vitest';
import { describeAddress, parseRedisUrl } from '../../../src/queue/redis-connection.ts';

describe('parseRedisUrl', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0 }],
    ['redis://10.0.0.1:7000/3', { host: '10.0.0.1', port: 7000, db: 3 }],
    ['redis://ada:p%40ss@cache:6380', { host: 'cache', port: 6380, db: 0, username: 'ada', password: 'p@ss' }],
    ['redis://:secret@[::1]:6379', { host: '::1', port: 6379, db: 0, password: 'secret' }],
    ['rediss://cache', { host: 'cache', port: 6379, db: 0, tls: {} }],
    ['unix:///run/redis.sock', { path: '/run/redis.sock' }],
  ])('reads %s', (url, address) => {
    expect(parseRedisUrl(url)).toEqual(address);
  });

  it.each(['nonsense', 'http://cache', 'redis://cache/zero', 'postgres://ada:secret@cache/db'])('refuses %s', (url) => {
    expect(() => parseRedisUrl(url)).toThrow(/REDIS_URL/);
    expect(() => parseRedisUrl(url)).not.toThrow(/secret/);
  });

  it('describes an address without its password', () => {
    expect(describeAddress(parseRedisUrl('rediss://ada:secret@cache:1234/2'))).toBe('rediss://cache:1234/2');
  });
});
