import { expect, it } from 'vitest';
import type { KeptLogin, XLogins } from '../../src/bots/x/x-logins.ts';
import { at } from './store-samples.ts';

export function aLogin(changes: Partial<Omit<KeptLogin, 'version'>> = {}): Omit<KeptLogin, 'version'> {
  return {
    clientId: 'an-app',
    account: { id: '9007199254740993', username: 'opencall' },
    scopes: ['tweet.read', 'offline.access'],
    sealed: 'v1.nothing',
    from: at(0),
    until: at(120),
    renewal: 'settled',
    ...changes,
  };
}

/** What accounts gave by OAuth 2. */
export function xLoginsContract(open: () => XLogins): void {
  it('keep one login for each app, the newest', async () => {
    const logins = open();
    expect(await logins.find('app-one')).toBeNull();
    const first = aLogin({ clientId: 'app-one' });
    const kept = await logins.save(first, null);
    expect(kept).toEqual({ ...first, version: expect.any(Number) });
    expect(await logins.find('app-one')).toEqual(kept);
    const second = aLogin({ clientId: 'app-one', account: { id: '7', username: 'another' }, sealed: 'v1.else' });
    const newest = await logins.save(second, null);
    expect(newest?.version).toBeGreaterThan(kept?.version ?? Number.POSITIVE_INFINITY);
    expect(await logins.find('app-one')).toEqual(newest);
    expect(await logins.find('app-two')).toBeNull();
  });

  it('let one of many change the same version', async () => {
    const logins = open();
    const kept = (await logins.save(aLogin({ clientId: 'app-three' }), null)) as KeptLogin;
    const changes = Array.from({ length: 10 }, (_, index) =>
      logins.save({ ...kept, sealed: `v1.${index}`, renewal: 'begun' }, kept.version),
    );
    const changed = (await Promise.all(changes)).filter((each) => each !== null);
    expect(changed).toHaveLength(1);
    expect(await logins.find('app-three')).toEqual(changed[0]);
    expect(await logins.save(kept, kept.version)).toBeNull();
    expect(await logins.save(aLogin({ clientId: 'app-four' }), 1)).toBeNull();
  });
}
