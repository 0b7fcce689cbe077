import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newServer } from '../../../src/bots/discord/servers/discord-server.ts';
import { createServedServers } from '../../../src/bots/discord/servers/served-servers.ts';
import { createDiscordSignIn } from '../../../src/bots/discord/signing-in/discord-sign-in.ts';
import { startKeepingRoles } from '../../../src/moderation/curation/keep-roles.ts';
import type { ProblemView, VisitorView } from '../../../src/web/api/contract.ts';
import type { SignedIn, SignInAddress } from '../../../src/web/api/contract-of-signing.ts';
import { waitUntil } from '../../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../../simulators/discord/discord-simulator.ts';
import type { Guild, Member, Role, User } from '../../simulators/discord/world/world.ts';
import type { TestBrowser } from './browser.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let simulator: DiscordSimulator;
let web: TestWeb;
let guild: Guild;
let roles: Record<'viewer' | 'curator' | 'lead' | 'operator' | 'other', Role>;
let time: Date | null = null;

beforeAll(async () => {
  const clock = () => time ?? new Date();
  // Nobody signs in as often as these tests do on a quick machine.
  simulator = await createDiscordSimulator({ clock, routeLimit: null, globalLimit: { count: 1000, perMs: 1000 } });
  guild = simulator.world.addGuild('Home');
  const make = (name: string) => simulator.world.addRole(guild, name);
  roles = {
    viewer: make('viewers'),
    curator: make('curators'),
    lead: make('leads'),
    operator: make('operators'),
    other: make('regulars'),
  };
  const base = await openTestWeb();
  const { discordServers } = base.store;
  await discordServers.save({
    ...newServer(guild.id),
    home: true,
    viewerRoles: [roles.viewer.id],
    curatorRoles: [roles.curator.id],
    leadRoles: [roles.lead.id],
    operatorRoles: [roles.operator.id],
  });
  const signIn = createDiscordSignIn({
    token: simulator.token,
    clientSecret: simulator.clientSecret,
    apiUrl: simulator.url,
    authorizeUrl: simulator.authorizeUrl,
    servers: createServedServers({ store: discordServers, named: [] }),
  });
  const beside = await openTestWeb({ signIn, clock }, base);
  web = {
    ...beside,
    close: async () => {
      await beside.close();
      await base.close();
    },
  };
  simulator.redirectUris.push(`${web.url}/sign-in/discord`);
});
beforeEach(() => {
  time = null;
});
afterAll(async () => {
  await web.close();
  await simulator.close();
  expect(simulator.violations).toEqual([]);
});

const person = (name: string, ...theirs: Role[]): Member => simulator.world.addMember(guild, name, { roles: theirs });

/** The address at Discord that a browser is sent to. */
async function begin(browser: TestBrowser, purpose: SignedIn['purpose'] = 'desk'): Promise<string> {
  const { body } = await browser.send<SignInAddress>('POST', '/api/sign-in/discord', { purpose });
  return body.address;
}

/** What Discord sends somebody back with who says yes or no there. */
async function decide(
  address: string,
  user: User,
  choice: 'allow' | 'deny' = 'allow',
): Promise<Record<string, string>> {
  const form = new URLSearchParams({ do: choice, user: user.id });
  const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe(`${web.url}/sign-in/discord`);
  const { iss: _, error_description: __, ...sent } = Object.fromEntries(back.searchParams);
  return sent;
}

const finish = (browser: TestBrowser, back: Record<string, string>, headers: Record<string, string> = {}) =>
  browser.send<SignedIn & ProblemView>('POST', '/api/sign-in/discord/finish', back, headers);

async function come(user: User, purpose: SignedIn['purpose'] = 'desk', browser = web.browser()) {
  const answer = await finish(browser, await decide(await begin(browser, purpose), user));
  return { browser, answer };
}

const whoIs = async (browser: TestBrowser) => {
  const { curator, role } = (await browser.get<VisitorView>('/api/me')).body;
  return { curator, role };
};

describe('signing in with Discord', () => {
  it.each(['viewer', 'curator', 'lead', 'operator'] as const)('lets a %s in, as that', async (role) => {
    const { browser, answer } = await come(person(`The ${role}`, roles.other, roles[role]).user);
    expect(answer).toMatchObject({ status: 200, body: { purpose: 'desk', name: `@the_${role}` } });
    expect(await whoIs(browser)).toEqual({ curator: `@the_${role}`, role });
  });

  it('takes the most of several roles, and admins and the owner of the server as operators', async () => {
    const admins = simulator.world.addRole(guild, 'admins', { permissions: ['administrator'] });
    const owner = simulator.all.users.get(guild.ownerId) as User;
    const both = person('Both', roles.viewer, roles.lead).user;
    for (const [user, role] of [
      [both, 'lead'],
      [person('Admin', admins).user, 'operator'],
      [owner, 'operator'],
    ] as const) {
      expect((await whoIs((await come(user)).browser)).role).toBe(role);
    }
  });

  it('asks for no more than it needs, and gives back what it got', async () => {
    const address = new URL(await begin(web.browser()));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      scope: 'identify guilds.members.read',
      code_challenge_method: 'S256',
      redirect_uri: `${web.url}/sign-in/discord`,
    });
    expect(new URL(await begin(web.browser(), 'mine')).searchParams.get('scope')).toBe('identify');
    await come(person('Tidy', roles.viewer).user);
    expect(simulator.grants.tokens.size).toBe(0);
    const records = JSON.stringify([await web.store.curators.accounts(), await web.store.curators.list()]);
    const secrets = simulator
      .requests('POST /oauth2/token')
      .map(({ answer }) => (answer as { access_token: string }).access_token);
    for (const secret of secrets) expect(`${records}${web.log.join('')}`).not.toContain(secret);
  });

  it('lets nobody in at the desk without a role there, be they in the server or not', async () => {
    for (const user of [person('Nobody', roles.other).user, simulator.world.addUser('Stranger')]) {
      const { browser, answer } = await come(user);
      expect([answer.status, answer.body.code]).toEqual([403, 'sign-in-no-role']);
      expect(await whoIs(browser)).toEqual({ curator: null, role: null });
      expect(browser.cookies.has('open-call-desk')).toBe(false);
    }
  });

  it.each([
    ['en', 'Discord was not allowed'],
    ['ar', 'لم يُسمح لديسكورد'],
  ])('says in the language of the person (%s) that they did not agree', async (language, said) => {
    const browser = web.browser();
    const back = await decide(await begin(browser), person(`No ${language}`, roles.lead).user, 'deny');
    const answer = await finish(browser, back, { 'accept-language': language });
    expect([answer.status, answer.body.code]).toEqual([403, 'sign-in-denied']);
    expect(answer.body.message).toContain(said);
  });

  it('takes an answer only in the browser that began, once and for a while', async () => {
    const user = person('Careful', roles.operator).user;
    const mine = web.browser();
    const back = await decide(await begin(mine), user);
    // An attacker's answer, brought to somebody else: they would be signed in as the attacker.
    const victim = web.browser();
    expect((await finish(victim, back)).body.code).toBe('sign-in-not-ours');
    await begin(victim);
    expect((await finish(victim, back)).body.code).toBe('sign-in-not-ours');
    const { state: _, ...withoutState } = back;
    expect((await finish(mine, { ...withoutState, state: '' })).body.code).toBe('sign-in-not-ours');
    // Tried with a wrong answer, the attempt is over.
    expect((await finish(mine, back)).body.code).toBe('sign-in-not-ours');

    const again = web.browser();
    const second = await decide(await begin(again), user);
    const cookie = again.cookies.get('open-call-sign-in') ?? '';
    expect((await finish(again, second)).status).toBe(200);
    again.cookies.set('open-call-sign-in', cookie);
    expect((await finish(again, second)).body.code).toBe('sign-in-code-spent');

    const slow = web.browser();
    const third = await decide(await begin(slow), user);
    time = new Date(Date.now() + 11 * 60_000);
    expect((await finish(slow, third)).body.code).toBe('sign-in-not-ours');
    expect(slow.cookies.has('open-call-desk')).toBe(false);
  });

  it('takes no cookie that somebody made, and no code that came for another verifier', async () => {
    const user = person('Forged', roles.operator).user;
    const browser = web.browser();
    const back = await decide(await begin(browser), user);
    const [kept = ''] = [browser.cookies.get('open-call-sign-in')];
    browser.cookies.set('open-call-sign-in', `v1.desk.${Date.now() + 1e9}.state.verifier.forged`);
    expect((await finish(browser, { ...back, state: 'state' })).body.code).toBe('sign-in-not-ours');
    // A code that was stolen on its way, brought with the thief's own attempt.
    const thief = web.browser();
    const own = new URL(await begin(thief)).searchParams.get('state') ?? '';
    expect((await finish(thief, { ...back, state: own })).body.code).toBe('sign-in-code-spent');
    expect(kept).not.toBe('');
  });

  it('begins a session of its own, and ends the one before', async () => {
    const browser = web.browser();
    browser.cookies.set('open-call-desk', 'chosen-by-an-attacker');
    await come(person('Fixed', roles.viewer).user, 'desk', browser);
    const first = browser.cookies.get('open-call-desk');
    expect(first).not.toBe('chosen-by-an-attacker');
    expect(browser.setCookies.find((each) => each.startsWith('open-call-desk'))).toMatch(/HttpOnly; SameSite=Strict$/);
    await come(person('Fixed too', roles.viewer).user, 'desk', browser);
    const thief = web.browser();
    thief.cookies.set('open-call-desk', first ?? '');
    expect((await thief.get('/api/desk')).status).toBe(401);
  });

  it('goes nowhere else afterwards, whatever the address says', async () => {
    const browser = web.browser();
    const wished = await browser.send<SignInAddress>('POST', '/api/sign-in/discord?next=https://evil.example', {
      purpose: 'desk',
      callbackUrl: 'https://evil.example',
      next: '//evil.example',
    });
    expect(wished.body.address).not.toContain('evil');
    expect(new URL(wished.body.address).origin).toBe(simulator.origin);
    const back = await decide(wished.body.address, person('Led', roles.viewer).user);
    expect(JSON.stringify((await finish(browser, { ...back, next: 'https://evil.example' })).body)).not.toContain(
      'evil',
    );
    const forwarded = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const asked = await browser.send<SignInAddress>('POST', '/api/sign-in/discord', { purpose: 'desk' }, forwarded);
    expect(asked.body.address).not.toContain('evil');
  });

  it('cannot be begun or finished by another site', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const path of ['/api/sign-in/discord', '/api/sign-in/discord/finish']) {
      expect(await web.browser().send('POST', path, {}, foreign)).toMatchObject({
        status: 403,
        body: { code: 'foreign-page' },
      });
    }
  });

  it.each([
    ['where the code is brought', 'POST', /\/oauth2\/token$/],
    ['when asked who it is', 'GET', /^\/users\/@me$/],
    ['when asked for their roles', 'GET', /guilds\/\{guild_id\}\/member$/],
  ] as const)('says that Discord is away %s', async (_, method, route) => {
    const browser = web.browser();
    const back = await decide(await begin(browser), person(`Late ${randomUUID()}`.slice(0, 20), roles.lead).user);
    simulator.faults.arm({ method, route }, { kind: 'status', status: 503 });
    const answer = await finish(browser, back);
    expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-platform-away']);
    expect(await whoIs(browser)).toEqual({ curator: null, role: null });
    expect(simulator.grants.tokens.size).toBe(0);
  });

  it('says what only the operator can mend, and notes why', async () => {
    const browser = web.browser();
    const { state = '' } = await decide(await begin(browser), person('Early', roles.lead).user);
    expect((await finish(browser, { state, error: 'invalid_scope' })).body.code).toBe('sign-in-not-set-up');
    const wrong = createDiscordSignIn({
      ...{ token: simulator.token, clientSecret: 'another', apiUrl: simulator.url },
      authorizeUrl: simulator.authorizeUrl,
      servers: createServedServers({ store: web.store.discordServers, named: [] }),
    });
    expect(
      await wrong.redeem({ purpose: 'desk', callbackUrl: web.url, code: 'a-code', verifier: 'a-verifier' }),
    ).toEqual({ outcome: 'client-refused', reason: 'invalid_client' });
  });

  it('keeps who took over a name apart from whoever had it', async () => {
    const first = person('Shared', roles.operator).user;
    const { browser } = await come(first);
    first.username = 'renamed';
    const second = await come(person('Shared', roles.viewer).user);
    expect(second.answer).toMatchObject({ status: 200 });
    expect(await whoIs(second.browser)).toEqual({ curator: '@shared', role: 'viewer' });
    expect(await whoIs(browser)).toEqual({ curator: null, role: null });
    const { browser: renamed } = await come(first);
    expect(await whoIs(renamed)).toEqual({ curator: '@renamed', role: 'operator' });
    expect(await whoIs(second.browser)).toEqual({ curator: '@shared', role: 'viewer' });
  });
});

describe('a role that comes from Discord', () => {
  it('is as it is there while one is signed in, and the session ends with it', async () => {
    const [leaver, riser, loser] = [
      person('Leaver', roles.lead),
      person('Riser', roles.viewer),
      person('Loser', roles.lead),
    ];
    const sessions = new Map<Member, TestBrowser>();
    for (const each of [leaver, riser, loser]) sessions.set(each, (await come(each.user)).browser);
    const changes: unknown[] = [];
    const errors: unknown[] = [];
    const { discordServers } = web.store;
    const keeping = startKeepingRoles({
      curators: web.store.curators,
      source: createDiscordSignIn({
        ...{ token: simulator.token, clientSecret: simulator.clientSecret, apiUrl: simulator.url },
        authorizeUrl: simulator.authorizeUrl,
        servers: createServedServers({ store: discordServers, named: [] }),
      }),
      clock: () => new Date(),
      onChange: async (change) => void changes.push(change),
      onError: (error) => errors.push(error),
      everyMs: 20,
    });
    const is = (member: Member, role: string | null) =>
      waitUntil(
        async () => (await whoIs(sessions.get(member) as TestBrowser)).role === role,
        `${member.user.username} as ${role}`,
        5000,
      );
    try {
      simulator.world.removeMember(leaver);
      simulator.world.setRoles(riser, [roles.curator]);
      await is(leaver, null);
      await is(riser, 'curator');
      expect(changes).toContainEqual({ curator: '@leaver', before: 'lead', role: null });
      // Away, Discord takes nothing from anybody.
      simulator.faults.arm({ method: 'GET', route: /members\/\{user_id\}$/ }, { kind: 'status', status: 500 });
      await waitUntil(() => Promise.resolve(errors.length > 0), 'an error', 5000);
      expect((await whoIs(sessions.get(loser) as TestBrowser)).role).toBe('lead');
      // The server's operator chooses other roles.
      const saved = await discordServers.find(guild.id);
      if (saved) await discordServers.save({ ...saved, leadRoles: [] });
      await is(loser, null);
      if (saved) await discordServers.save(saved);
    } finally {
      await keeping.close();
    }
  });

  it('is given and taken there, not at the desk; the session is ended at the desk as any other', async () => {
    const { browser } = await come(person('Noted', roles.viewer).user);
    const operator = await web.signIn('Ora', 'operator');
    const path = `/api/desk/people/${encodeURIComponent('@noted')}`;
    expect((await operator.send<ProblemView>('PATCH', path, { role: 'lead' })).body.code).toBe('role-given-elsewhere');
    expect((await operator.send('DELETE', path)).status).toBe(204);
    expect(await whoIs(browser)).toEqual({ curator: null, role: null });
    // A name with a sign before it is nobody's to invite.
    expect((await operator.send<ProblemView>('POST', '/api/desk/invitations', { name: '@noted' })).body.code).toBe(
      'curator-name',
    );
  });
});
