import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/app/config.ts';

const read = (environment: Record<string, string>, more: Parameters<typeof readConfig>[0] = {}) =>
  readConfig({ environment, envFile: '', ...more });

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(read({})).toMatchObject({
      ok: true,
      config: { HOST: '127.0.0.1', PORT: 3000, ENGINE: 'storyboard', roles: ['bots', 'worker', 'web'] },
    });
  });

  it('reports all that is wrong at once, each with its name and what it may be', () => {
    const result = read({ PORT: 'eighty', ENGINE: 'sora', DATABASE_URL: 'mysql://here', LOG_LEVEL: 'loud' });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.errors).toHaveLength(4);
    for (const name of ['PORT', 'ENGINE', 'DATABASE_URL', 'LOG_LEVEL']) {
      expect(result.errors.filter((error) => error.startsWith(`${name}: `))).toHaveLength(1);
    }
    expect(result.errors.join('\n')).toContain('storyboard');
    expect(result.errors.join('\n')).toContain('postgres://');
  });

  it('never repeats a value, which may hold a password', () => {
    const result = read({ DATABASE_URL: 'mysql://me:hunter2@here', REDIS_URL: 'hunter2' });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('takes an empty setting for one that is not there', () => {
    expect(read({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ ok: true, config: { PORT: 3000 } });
  });

  it('takes addresses and networks of proxies, and nothing that would trust everybody', () => {
    expect(read({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8' })).toMatchObject({ ok: true });
    for (const wrong of [
      '0.0.0.0/0',
      '::/0',
      'true',
      '*',
      'proxy.example',
      '10.0.0.0/33',
      '10.0.0.0/8/1',
      '1.2.3.4,',
    ]) {
      const result = read({ TRUSTED_PROXIES: wrong });
      expect(result.ok ? wrong : result.errors[0]).toContain('TRUSTED_PROXIES: must be addresses');
    }
  });

  it('wants PostgreSQL and Redis when roles run apart, and knows the roles', () => {
    const result = read({}, { roles: ['web', 'cook'] });
    expect(result).toEqual({ ok: false, errors: ['--role: cook is none of bots, worker, web'] });
    const apart = read({}, { roles: ['web'] });
    expect(apart.ok ? [] : apart.errors.map((error) => error.split(':')[0])).toEqual(['DATABASE_URL', 'REDIS_URL']);
  });

  it('reads .env where the environment is silent', async () => {
    const envFile = join(await mkdtemp(join(tmpdir(), 'open-call-env-')), '.env');
    await writeFile(envFile, 'PORT=4000\nHOST="::1"\n');
    const result = readConfig({ environment: { PORT: '5000' }, envFile });
    expect(result).toMatchObject({ ok: true, config: { PORT: 5000, HOST: '::1' } });
  });

  it('says so where .env cannot be read', () => {
    const result = readConfig({ environment: { PORT: 'eighty' }, envFile: tmpdir() });
    expect(result.ok ? [] : result.errors).toEqual([
      expect.stringContaining('cannot be read'),
      expect.stringContaining('PORT'),
    ]);
  });

  it('wants the client of X whole, and a secret that cannot be guessed', () => {
    expect(read({ X_CLIENT_ID: 'app' })).toMatchObject({ ok: true });
    const result = read({ X_CLIENT_SECRET: 'hunter2', TOKEN_SECRET: 'hunter2' });
    expect(result.ok ? [] : result.errors.map((error) => error.split(':')[0])).toEqual(['TOKEN_SECRET', 'X_CLIENT_ID']);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});
