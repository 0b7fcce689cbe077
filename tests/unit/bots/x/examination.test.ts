import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineX, type XLook } from '../../../../src/bots/x/examination/examine-x.ts';
import { sealLogin } from '../../../../src/bots/x/signing-in/sealed-login.ts';
import { createSealing } from '../../../../src/bots/x/signing-in/sealing.ts';
import { createTokenEndpoint } from '../../../../src/bots/x/signing-in/token-endpoint.ts';
import type { KeptLogin } from '../../../../src/bots/x/x-logins.ts';
import { TOKEN } from '../../../simulators/x/sign-in.ts';
import { createXSimulator, type XSimulator } from '../../../simulators/x/x-simulator.ts';
import { logInAtSimulator } from './log-in-at-simulator.ts';

const clock = () => new Date();
const sealing = createSealing(Buffer.alloc(32, 7));
const HOUR_MS = 3_600_000;

let simulator: XSimulator;

async function begin(settings: Parameters<typeof createXSimulator>[0] = {}): Promise<void> {
  await simulator?.close();
  simulator = await createXSimulator(settings);
}
beforeEach(() => begin());
afterEach(() => simulator.close());

async function logIn(changes: Partial<KeptLogin> = {}): Promise<KeptLogin> {
  const { url: apiUrl, keys, bot } = simulator;
  const endpoint = createTokenEndpoint({ apiUrl, clientId: keys.clientId, clientSecret: keys.clientSecret, clock });
  const { accessToken, refreshToken, ...grant } = await logInAtSimulator(simulator, endpoint);
  const whose = { clientId: keys.clientId, account: { id: bot.id, username: bot.username } };
  const sealed = sealLogin(sealing, whose, { accessToken, refreshToken: refreshToken ?? 'none' });
  return { ...whose, ...grant, sealed, renewal: 'settled', version: 1, ...changes };
}

async function look(changes: Partial<XLook> = {}) {
  const findings = await examineX({
    ...{
      apiUrl: simulator.url,
      keys: null,
      login: null,
      bearerToken: null,
      signIn: null,
      approved: true,
      labelled: true,
      clock,
    },
    ...{ dailyDollars: 5, spentToday: 0.25 },
    ...changes,
  });
  for (const { says, advice } of findings)
    expect(`${says} ${advice}`).not.toMatch(/(access|refresh)-[\w-]{20}|simulated-(app|access)/);
  const bad = findings.filter(({ outcome }) => outcome !== 'ok');
  return { findings, bad, of: (about: string) => findings.find((each) => each.about === about) };
}
const byLogin = async (changes: Partial<KeptLogin> = {}) => ({ login: { kept: await logIn(changes), sealing } });
const byKeys = () => ({ keys: { ...simulator.keys } });

describe('a look at X', () => {
  it('finds nothing wrong where nothing is, by a login, by keys or by both, and only reads', async () => {
    const login = await byLogin();
    const before = simulator.requests().length;
    const { bad, of } = await look({ ...login, ...byKeys(), bearerToken: simulator.keys.bearer });
    expect(bad).toEqual([]);
    expect(of('x login')?.says).toContain('@opencall is logged in; renewed by the app before');
    expect(of('x rights')?.says).toContain('offline.access');
    expect(of('x prices')?.says).toContain(
      '3,750 mentions and 83 replies. Today it was 0.25 $. A call of 1,000 requests and 50 clips costs about 2.00 $',
    );
    for (const { method } of simulator.requests().slice(before)) expect(method).toBe('GET');
    expect((await look(byKeys())).bad).toEqual([]);
  });

  it('asks for what only the operator can confirm', async () => {
    const { bad } = await look({ ...byKeys(), approved: false, labelled: false });
    expect(bad).toMatchObject([
      { about: 'x automation label', outcome: 'attention', advice: expect.stringContaining('X_AUTOMATION_LABEL=true') },
      {
        about: 'x approval',
        outcome: 'attention',
        says: expect.stringContaining('wait as “ready”'),
        advice: expect.stringContaining('X_AI_REPLIES_APPROVED=true'),
      },
    ]);
  });

  it('tells what was not granted, and which calls X then refuses', async () => {
    const { bad } = await look(
      await byLogin({ scopes: ['tweet.read', 'users.read', 'tweet.write', 'offline.access'] }),
    );
    expect(bad).toMatchObject([
      {
        about: 'x rights',
        outcome: 'failing',
        says: expect.stringMatching(/Not granted: media.write. X refuses POST \/2\/media\/upload\/initialize/),
      },
    ]);
    await begin({ accessLevel: 'read' });
    expect((await look(byKeys())).bad).toMatchObject([
      { about: 'x rights', advice: expect.stringContaining('Read and write') },
    ]);
  });

  it.each([
    ['nobody logged in', () => ({ kept: null, sealing }), 'failing', /not logged in/],
    [
      'another key',
      async () => ({ kept: await logIn(), sealing: createSealing(Buffer.alloc(32, 8)) }),
      'failing',
      /another key/,
    ],
    ['no key', async () => ({ kept: await logIn(), sealing: null }), 'failing', /another key/],
    [
      'a renewal that was refused',
      async () => ({ kept: await logIn({ renewal: 'refused' }), sealing }),
      'failing',
      /does not renew/,
    ],
    [
      'a renewal in doubt',
      async () => ({ kept: await logIn({ renewal: 'begun' }), sealing }),
      'attention',
      /did not say/,
    ],
    ['records in use', () => ({ kept: 'in-use' as const, sealing }), 'attention', /running app/],
  ])('with %s says what to do', async (_, login, outcome, says) => {
    const { bad } = await look({ login: await login() });
    expect(bad).toEqual([{ about: 'x login', outcome, says: expect.stringMatching(says), advice: expect.any(String) }]);
  });

  it('with the four keys besides says what signs, and asks for no login', async () => {
    const { bad, of } = await look({ ...byKeys(), login: { kept: null, sealing: null } });
    expect(bad).toEqual([]);
    expect(of('x login')?.says).toMatch(/four keys sign everything; a login is optional/);
    expect((await look({ ...byKeys(), ...(await byLogin()) })).of('x login')?.says).toMatch(
      /It signs, and the four keys/,
    );
    const over = { renewal: 'refused', until: new Date(Date.now() - HOUR_MS).toISOString() } as const;
    const lost = [await byLogin(over), { login: { kept: await logIn(), sealing: null } }];
    for (const login of lost) {
      expect((await look({ ...byKeys(), ...login })).bad).toMatchObject([
        { about: 'x login', outcome: 'attention', says: expect.stringContaining('The four keys sign') },
      ]);
    }
  });

  it('does not take a token that has ended for a fault, nor one that X refuses for none', async () => {
    const ended = await byLogin({ until: new Date(Date.now() - HOUR_MS).toISOString() });
    const { bad, of } = await look(ended);
    expect(bad).toEqual([]);
    expect(of('x login')?.says).toContain('gets the next when it runs');
    const login = await byLogin();
    for (const token of simulator.grants.all()) simulator.grants.revoke(token);
    expect((await look(login)).bad).toMatchObject([
      {
        about: 'x account',
        outcome: 'failing',
        says: 'X refuses the login.',
        advice: expect.stringContaining('login x'),
      },
    ]);
  });

  it('names keys and tokens that X refuses, and an account that nobody can see or that is another', async () => {
    const wrong = { ...simulator.keys, accessSecret: 'simulated-wrong' };
    const { bad } = await look({ keys: wrong, bearerToken: 'simulated-wrong' });
    expect(bad).toMatchObject([
      { about: 'x account', says: 'X refuses the four keys.', advice: expect.stringContaining('X_ACCESS_SECRET') },
      { about: 'x activity stream', says: 'X refuses X_BEARER_TOKEN.' },
    ]);
    simulator.bot.protected = true;
    expect((await look(byKeys())).bad).toMatchObject([
      { about: 'x account', says: expect.stringContaining('is protected') },
    ]);
    simulator.bot.protected = false;
    simulator.signInAs(simulator.addUser('somebody'));
    const both = await look({ ...(await byLogin()), ...byKeys() });
    expect(both.bad).toMatchObject([
      { about: 'x account', says: expect.stringContaining("@somebody's and the four keys are @opencall's") },
    ]);
  });

  it('tells whether people can sign in with X on the pages, without anybody signing in', async () => {
    const { clientId, clientSecret } = simulator.keys;
    const signIn = { clientId, clientSecret, callbackUrl: 'https://call.example/sign-in/x' };
    const right = await look({ ...byKeys(), signIn });
    expect(right.bad).toEqual([]);
    expect(right.of('x sign-in')?.says).toContain('https://call.example/sign-in/x must be a callback address');
    const wrong = await look({ ...byKeys(), signIn: { ...signIn, clientSecret: 'another' } });
    expect(wrong.bad).toMatchObject([{ about: 'x sign-in', outcome: 'failing' }]);
    expect(wrong.bad[0]?.advice).toContain('X_CLIENT_SECRET');
    simulator.faults.arm({ method: 'POST', route: TOKEN }, { kind: 'status', status: 503 });
    expect((await look({ ...byKeys(), signIn })).bad).toMatchObject([{ about: 'x sign-in', outcome: 'attention' }]);
    expect((await look(byKeys())).of('x sign-in')).toBeUndefined();
    expect(simulator.grants.all()).toEqual([]);
  });

  it('says so where X is away, asks to wait, or nothing may be spent', async () => {
    expect((await look({ ...byKeys(), apiUrl: 'http://127.0.0.1:9' })).bad).toMatchObject([
      {
        about: 'x account',
        says: expect.stringContaining('ECONNREFUSED'),
        advice: expect.stringContaining('X_API_URL'),
      },
    ]);
    simulator.faults.arm({ route: '/2/users/me' }, { kind: 'limited', retryAfter: 60 });
    expect((await look(byKeys())).bad).toMatchObject([{ about: 'x account', outcome: 'attention' }]);
    expect((await look({ ...byKeys(), dailyDollars: 0 })).bad).toMatchObject([
      { about: 'x prices', outcome: 'failing', advice: expect.stringContaining('X_DAILY_DOLLARS') },
    ]);
  });
});
