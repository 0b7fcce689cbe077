import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meAnswer } from '../../../../src/bots/x/connection/answers.ts';
import { joinTokens } from '../../../../src/bots/x/connection/join-tokens.ts';
import { fixedTokens, type Tokens } from '../../../../src/bots/x/connection/tokens.ts';
import { createXClient } from '../../../../src/bots/x/connection/x-client.ts';
import { createLoginTokens } from '../../../../src/bots/x/signing-in/login-tokens.ts';
import { openLogin, sealLogin } from '../../../../src/bots/x/signing-in/sealed-login.ts';
import { createSealing } from '../../../../src/bots/x/signing-in/sealing.ts';
import { createTokenEndpoint } from '../../../../src/bots/x/signing-in/token-endpoint.ts';
import type { XLogins } from '../../../../src/bots/x/x-logins.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import { xLoginsContract } from '../../../contracts/x-logins.ts';
import { createFakeLeases, type FakeLeases } from '../../../fakes/fake-leases.ts';
import { createFakeXLogins } from '../../../fakes/fake-x-logins.ts';
import { describeWith, freshDatabase } from '../../../services.ts';
import { TOKEN } from '../../../simulators/x/sign-in.ts';
import { createXSimulator, type XSimulator } from '../../../simulators/x/x-simulator.ts';
import { logInAtSimulator } from './log-in-at-simulator.ts';

const MINUTE_MS = 60_000;
const sealing = createSealing(Buffer.alloc(32, 7));

let simulator: XSimulator;
let now: number;
let logins: XLogins;
let leases: FakeLeases;
let told: string[];

const clock = () => new Date(now);
const later = (minutes: number) => {
  now += minutes * MINUTE_MS;
};
const renewals = () => simulator.requests(`POST ${TOKEN}`).length - 1;
const current = (tokens: Tokens) => tokens.current('GET /2/tweets');

async function begin(settings: Parameters<typeof createXSimulator>[0] = {}): Promise<void> {
  await simulator?.close();
  now = Date.parse('2026-11-25T12:00:00.000Z');
  simulator = await createXSimulator({ clock, ...settings });
  [logins, leases, told] = [createFakeXLogins(), createFakeLeases(), []];
  await logIn(logins);
}
beforeEach(() => begin());
afterEach(() => simulator.close());

async function useUpRefreshToken(): Promise<void> {
  const login = await logins.find(simulator.keys.clientId);
  const secrets = login && openLogin(sealing, login);
  expect(simulator.grants.refresh(secrets?.refreshToken ?? '')).not.toEqual(expect.any(String));
}

const endpoint = () => {
  const { url: apiUrl, keys } = simulator;
  return createTokenEndpoint({ apiUrl, clientId: keys.clientId, clientSecret: keys.clientSecret, clock });
};

async function logIn(into: XLogins): Promise<void> {
  const grant = await logInAtSimulator(simulator, endpoint());
  const whose = { clientId: simulator.keys.clientId, account: { id: simulator.bot.id, username: 'opencall' } };
  const { accessToken, refreshToken, scopes, from, until } = grant;
  const sealed = sealLogin(sealing, whose, { accessToken, refreshToken: refreshToken ?? '' });
  await into.save({ ...whose, scopes, sealed, from, until, renewal: 'settled' }, null);
}

let processes = 0;

/** One process of those that share the records. */
function aProcess(changes: Partial<Parameters<typeof createLoginTokens>[0]> = {}): Tokens {
  processes += 1;
  return createLoginTokens({
    clientId: simulator.keys.clientId,
    logins,
    leases,
    holder: `process-${processes}`,
    endpoint: endpoint(),
    readSealing: async () => sealing,
    clock,
    tell: (advice) => told.push(advice),
    ...changes,
  });
}

describe('logins in memory', () => xLoginsContract(createFakeXLogins));

describe('the tokens of a login', () => {
  it('are used as they are for an hour and a half, and renewed before they end', async () => {
    const tokens = aProcess();
    const first = await current(tokens);
    later(89);
    expect(await current(tokens)).toBe(first);
    later(2);
    const second = await current(tokens);
    expect(second).not.toBe(first);
    expect(simulator.grants.scopesOf(second as string)).toContain('tweet.write');
    // The one after it, too: the refresh token that came with it was kept.
    later(100);
    expect(await current(aProcess())).not.toBe(second);
    expect(told).toEqual([]);
  });

  it('are not to be read in the records', async () => {
    const token = await current(aProcess());
    const { sealed } = (await logins.find(simulator.keys.clientId)) as { sealed: string };
    expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain(String(token).slice(0, 12));
    const other = aProcess({ readSealing: async () => createSealing(Buffer.alloc(32, 8)) });
    await expect(current(other)).rejects.toMatchObject({ code: 'not-logged-in', message: /another key/ });
    await expect(current(aProcess({ readSealing: async () => null }))).rejects.toMatchObject({ code: 'not-logged-in' });
  });

  it('are renewed once by all that want them at the same time, in one process and in several', async () => {
    const several = [aProcess(), aProcess(), aProcess()];
    later(110);
    const got = await Promise.all(several.flatMap((tokens) => Array.from({ length: 5 }, () => current(tokens))));
    expect(renewals()).toBe(1);
    for (const token of got) expect(simulator.grants.scopesOf(token as string)).not.toBeNull();
    // Past the end nobody has anything else: all wait for the one.
    later(200);
    const again = await Promise.all(several.map(current));
    expect(renewals()).toBe(2);
    expect(new Set(again).size).toBe(1);
  });

  it('are renewed once when X refuses them before their time', async () => {
    const tokens = aProcess();
    const { url: apiUrl } = simulator;
    const client = createXClient({ apiUrl, tokens, clock });
    const ask = () => client.send({ method: 'GET', path: 'users/me', endpoint: '/2/users/me', answer: meAnswer });
    const first = (await current(tokens)) as string;
    later(30);
    simulator.grants.revoke(first);
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ data }) => data.username)).toEqual(['opencall', 'opencall', 'opencall']);
    expect(renewals()).toBe(1);
  });

  it('are not renewed again and again where X refuses fresh ones too', async () => {
    const tokens = aProcess();
    later(30);
    const first = await current(tokens);
    expect(await tokens.renew(first)).toBe(true);
    expect(await tokens.renew(await current(tokens))).toBe(false);
    expect(renewals()).toBe(1);
  });

  it('that another process has got are taken over where X refuses the old ones', async () => {
    await begin({ renewalEndsAccess: true });
    const [one, other] = [aProcess(), aProcess()];
    const old = await current(one);
    later(100);
    const fresh = await current(other);
    expect(await one.renew(old)).toBe(true);
    expect(await current(one)).toBe(fresh);
    expect(renewals()).toBe(1);
  });
});

describe('a renewal that fails', () => {
  it('leaves the token in use, is told once, and is tried again', async () => {
    const tokens = aProcess({
      endpoint: createTokenEndpoint({
        ...{ apiUrl: 'http://127.0.0.1:9', clientId: simulator.keys.clientId, clientSecret: null, clock },
      }),
    });
    const first = await current(tokens);
    later(100);
    expect(await current(tokens)).toBe(first);
    expect(await current(tokens)).toBe(first);
    expect(told).toEqual([expect.stringMatching(/could not be renewed .*ECONNREFUSED.* until 2026-11-25T14:00/)]);
    later(2);
    expect(await current(tokens)).toBe(first);
    later(30);
    await expect(current(tokens)).rejects.toMatchObject({ code: 'unreachable' });
    expect(told).toHaveLength(2);
    // Nothing was used up: another process that reaches X goes on.
    expect(await current(aProcess())).not.toBe(first);
    expect(told.at(-1)).toContain('ended');
  });

  it('with an app that X does not know uses nothing up', async () => {
    const { url: apiUrl, keys } = simulator;
    const wrong = createTokenEndpoint({ apiUrl, clientId: keys.clientId, clientSecret: 'wrong', clock });
    const tokens = aProcess({ endpoint: wrong });
    const first = await current(tokens);
    later(100);
    expect(await current(tokens)).toBe(first);
    expect(told).toEqual([expect.stringContaining('Invalid client credentials')]);
    expect(await current(aProcess())).not.toBe(first);
  });

  it('since X asks to wait uses nothing up', async () => {
    const tokens = aProcess();
    const first = await current(tokens);
    later(100);
    simulator.faults.arm({ method: 'POST', route: TOKEN }, { kind: 'limited', retryAfter: 1 });
    expect(await current(tokens)).toBe(first);
    later(2);
    expect(await current(tokens)).not.toBe(first);
    expect(told).toEqual([expect.stringContaining('could not be renewed'), expect.stringContaining('was renewed')]);
  });

  it('for good leaves the token in use to its end, and then says to log in anew', async () => {
    await begin({ reuseEndsLogin: false });
    const tokens = aProcess();
    const first = await current(tokens);
    // As where a backup of the records is brought back.
    await useUpRefreshToken();
    later(100);
    expect(await current(tokens)).toBe(first);
    expect(told).toEqual([expect.stringMatching(/does not renew the login any more .*invalid.* until .*login x/)]);
    const asked = renewals();
    later(19);
    expect(await current(tokens)).toBe(first);
    later(2);
    await expect(current(tokens)).rejects.toMatchObject({ code: 'not-logged-in', message: /login x/ });
    expect(renewals(), 'X is not asked again').toBe(asked);
    await logIn(logins);
    later(1);
    expect(simulator.grants.scopesOf((await current(tokens)) as string)).not.toBeNull();
  });
});

describe('a renewal of which nobody knows whether it was made', () => {
  it.each([
    ['the answer is lost', { kind: 'lost-answer' } as const, 'is over'],
    ['the question is lost', { kind: 'lost-request' } as const, null],
    ['X answers 503', { kind: 'status', status: 503 } as const, null],
  ])('when %s leaves the token in use to its end, and is tried again only then', async (_, fault, lost) => {
    const tokens = aProcess();
    const first = (await current(tokens)) as string;
    later(100);
    simulator.faults.arm({ method: 'POST', route: TOKEN }, fault);
    expect(await current(tokens)).toBe(first);
    expect(told).toEqual([expect.stringMatching(/did not say whether .* until 2026-11-25T14:00.*log in before then/)]);
    later(19);
    for (const each of [tokens, aProcess()]) expect(await current(each)).toBe(first);
    expect(renewals(), 'X is not asked a second time').toBe(1);
    expect(simulator.grants.scopesOf(first), 'so the login did not end').not.toBeNull();
    later(2);
    if (lost === null) expect(simulator.grants.scopesOf((await current(tokens)) as string)).not.toBeNull();
    else await expect(current(tokens)).rejects.toMatchObject({ code: 'not-logged-in', message: /is over/ });
    expect(renewals()).toBe(2);
  });

  it('since the process died before it could save it, leaves the token in use to its end', async () => {
    const saved = Promise.withResolvers<void>();
    let saves = 0;
    const dying: XLogins = {
      ...logins,
      save(login, inPlaceOf) {
        saves += 1;
        if (saves === 1) return logins.save(login, inPlaceOf);
        saved.resolve();
        return new Promise(() => {});
      },
    };
    const first = (await current(aProcess())) as string;
    later(100);
    void current(aProcess({ logins: dying, holder: 'the only one' }));
    await saved.promise;
    const after = aProcess({ holder: 'the only one' });
    expect(await current(after)).toBe(first);
    later(19);
    expect(await current(after)).toBe(first);
    expect(simulator.grants.scopesOf(first)).not.toBeNull();
    expect(renewals()).toBe(1);
    expect(told).toEqual([expect.stringMatching(/did not say whether/)]);
    later(2);
    await expect(current(after)).rejects.toMatchObject({ code: 'not-logged-in' });
  });

  it('is none where only the records are away: what X gave is used, and kept when they are back', async () => {
    let away = 0;
    const shaky: XLogins = {
      ...logins,
      async save(login, inPlaceOf) {
        if (login.renewal === 'settled' && away < 1) {
          away += 1;
          throw new Error('the records are away');
        }
        return logins.save(login, inPlaceOf);
      },
    };
    const tokens = aProcess({ logins: shaky });
    later(100);
    const fresh = await current(tokens);
    expect(told).toEqual([expect.stringContaining('Do not stop the app now')]);
    expect(await current(aProcess())).toBe(fresh);
    expect(renewals()).toBe(1);
  });
});

describe('keys beside a login', () => {
  const keys = () => fixedTokens(simulator.keys);

  it('sign once the login is lost, and nothing before', async () => {
    const tokens = joinTokens({ login: aProcess(), keys: keys() });
    expect(await current(tokens)).toEqual(expect.any(String));
    expect(await tokens.renew(simulator.keys)).toBe(false);
    await begin();
    await useUpRefreshToken();
    const lost = joinTokens({ login: aProcess(), keys: keys() });
    later(130);
    expect(await current(lost)).toEqual(simulator.keys);
  });

  it('do not stand in for a login that is only out of reach', async () => {
    const away: XLogins = { ...logins, find: () => Promise.reject(new Error('the records are away')) };
    const tokens = joinTokens({ login: aProcess({ logins: away }), keys: keys() });
    await expect(current(tokens)).rejects.toThrow('the records are away');
  });
});

describeWith('postgres', 'two processes with PostgreSQL', () => {
  it('renew once between them', async () => {
    const database = await freshDatabase();
    const options = { databaseUrl: database.url, directory: 'not used' };
    const stores = [await openStore(options), await openStore(options)] as const;
    try {
      await logIn(stores[0].xLogins);
      const both = stores.map(({ xLogins, leases: held }) => aProcess({ logins: xLogins, leases: held }));
      later(130);
      const before = renewals();
      const [one, other] = await Promise.all(both.map(current));
      expect(one).toBe(other);
      expect(renewals() - before).toBe(1);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      await database.drop();
    }
  });
});
