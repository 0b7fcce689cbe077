import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

beforeAll(async () => {
  // Nobody signs in as often as these tests do on a quick machine.
  simulator = await createDiscordSimulator({ routeLimit: null, globalLimit: { count: 1000, perMs: 1000 } });
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
  const beside = await openTestWeb({ signIns: [signIn] }, base);
  web = {
    ...beside,
    close: async () => {
      await beside.close();
      await base.close();
    },
  };
  simulator.redirectUris.push(`${web.url}/sign-in/discord`);
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

/** What Discord sends somebody back with who says yes there. */
async function agree(address: string, user: User): Promise<Record<string, string>> {
  const form = new URLSearchParams({ do: 'allow', user: user.id });
  const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe(`${web.url}/sign-in/discord`);
  const { iss: _, error_description: __, ...sent } = Object.fromEntries(back.searchParams);
  return sent;
}

const finish = (browser: TestBrowser, back: Record<string, string>) =>
  browser.send<SignedIn & ProblemView>('POST', '/api/sign-in/discord/finish', back);

async function come(user: User, purpose: SignedIn['purpose'] = 'desk', browser = web.browser()) {
  const answer = await finish(browser, await agree(await begin(browser, purpose), user));
  return { browser, answer };
}

const whoIs = async (browser: TestBrowser) => {
  const { curator, role } = (await browser.get<VisitorView>('/api/me')).body;
  return { curator, role };
};

describe('signing in at the desk with Discord', () => {
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

  it('says that Discord is away when asked for their roles', async () => {
    const browser = web.browser();
    const back = await agree(await begin(browser), person(`Late ${randomUUID()}`.slice(0, 20), roles.lead).user);
    simulator.faults.arm({ method: 'GET', route: /guilds\/\{guild_id\}\/member$/ }, { kind: 'status', status: 503 });
    const answer = await finish(browser, back);
    expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-platform-away']);
    expect(await whoIs(browser)).toEqual({ curator: null, role: null });
    expect(simulator.grants.tokens.size).toBe(0);
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
