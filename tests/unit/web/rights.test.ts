import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../../src/moderation/curation/hash-token.ts';
import { CURATOR_ROLES, type CuratorRole, isAtLeast } from '../../../src/requests/index.ts';
import type { ProblemView, ThreadView, VisitorView } from '../../../src/web/api/contract.ts';
import type { AuditPage } from '../../../src/web/api/contract-of-audit.ts';
import type { DeskPeople, DeskSessions, InvitationView } from '../../../src/web/api/contract-of-desk.ts';
import { enforceRights } from '../../../src/web/api/enforce-rights.ts';
import { RIGHTS } from '../../../src/web/api/rights.ts';
import type { TestBrowser } from './browser.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

/** Written down a second time on purpose: whoever opens a route to more people has to say so twice. */
const AT_THE_DESK = {
  viewer: [
    'GET /api/desk/sessions',
    'DELETE /api/desk/sessions/:id',
    'GET /api/desk',
    'GET /api/desk/counts',
    'GET /api/desk/claims',
    'GET /api/desk/requests/:id',
    'GET /api/desk/requests/:id/translation',
    'GET /api/desk/decisions',
    'GET /api/desk/care',
    'PUT /api/desk/care',
    'GET /api/desk/sentences',
    'GET /api/desk/calls',
  ],
  curator: [
    'POST /api/desk/requests/:id',
    'POST /api/desk/requests/:id/translation',
    'POST /api/desk/requests',
    'POST /api/desk/undo',
    'POST /api/desk/sentences',
    'PUT /api/desk/sentences/:id',
    'DELETE /api/desk/sentences/:id',
    'GET /api/desk/seeded',
    'POST /api/desk/seeded',
    'GET /api/desk/money',
    'GET /api/desk/money/x',
    'GET /api/desk/announcements',
    'POST /api/desk/announcements',
  ],
  lead: [
    'GET /api/desk/vote-cases',
    'POST /api/desk/vote-cases/:id',
    'POST /api/desk/invitations',
    'GET /api/desk/people',
    'GET /api/desk/audit',
    'GET /api/desk/history',
    'GET /api/desk/figures',
    'GET /api/desk/statements',
    'POST /api/desk/calls/:id/pause',
    'POST /api/desk/calls/:id/close',
  ],
  operator: [
    'PATCH /api/desk/people/:name',
    'DELETE /api/desk/people/:name',
    'POST /api/desk/calls',
    'PATCH /api/desk/calls/:id',
    'PUT /api/desk/calls/:id/picture',
    'DELETE /api/desk/calls/:id/picture',
  ],
} as const satisfies Record<CuratorRole, readonly string[]>;
const AUTHORS_ONLY = [
  'PATCH /api/room/posts/:id',
  'DELETE /api/room/posts/:id',
  'POST /api/requests/:id/appeal',
  'GET /api/requests/:id/statement',
  'POST /api/requests/:id/withdraw',
];

describe('the table of rights', () => {
  it('names for each route who may use it, and no route that is not there', () => {
    const routes = web.server.routes.map((route) => route.replace(/^HEAD /, 'GET '));
    expect([...new Set(routes)].sort()).toEqual(Object.keys(RIGHTS).sort());
  });

  it('keeps the desk for each role, and posts for their authors', () => {
    const having = (right: string) => Object.keys(RIGHTS).filter((route) => RIGHTS[route] === right);
    for (const role of CURATOR_ROLES) expect(having(role).toSorted()).toEqual([...AT_THE_DESK[role]].toSorted());
    expect(having('author')).toEqual(AUTHORS_ONLY);
  });

  it('lets no route be registered that it does not name', () => {
    const app = Fastify();
    enforceRights(app, { visitors: {} as never, sessions: {} as never });
    expect(() => app.get('/api/everything', async () => 'secrets')).toThrow('GET /api/everything');
  });
});

describe('a route of the desk', () => {
  const cases = CURATOR_ROLES.flatMap((needed) =>
    AT_THE_DESK[needed].flatMap((route) => [null, ...CURATOR_ROLES].map((role) => ({ route, needed, role }))),
  );
  const signedIn = new Map<CuratorRole | null, TestBrowser>();
  beforeAll(async () => {
    const visitor = web.browser();
    await visitor.get('/api/me');
    signedIn.set(null, visitor);
    for (const role of CURATOR_ROLES) signedIn.set(role, await web.signIn(`the ${role}`, role));
  });

  it.each(cases)('$route is for $needed and above, asked by $role', async ({ route, needed, role }) => {
    const [method = '', path = ''] = route.replace(/:id|:name/, 'somebody').split(' ');
    const sent = {
      action: 'claim',
      name: `New ${needed} ${role}`,
      role: 'viewer',
      ids: ['some-id'],
      ...{ standing: 'void', reason: 'rules', en: 'No boats', ar: 'لا قوارب' },
      act: { action: 'approve' },
      ...{ platform: 'room', callId: 'some-call', what: 'opened', locale: 'en', words: '', withClip: false },
      ...{ veil: 'grave', reveal: 'while-held', silent: true, breakAfter: 20 },
      ...{ theme: { en: 'Boats' }, closesAt: null, budgetUsd: null, caps: {}, paused: false },
    };
    const written = method === 'POST' || method === 'PATCH' || method === 'PUT' ? sent : undefined;
    const answer = await signedIn.get(role)?.send<ProblemView>(method, path, written);
    if (role === null) expect([answer?.status, answer?.body.code]).toEqual([401, 'sign-in-needed']);
    else if (!isAtLeast(role, needed)) expect([answer?.status, answer?.body.code]).toEqual([403, 'role-too-low']);
    else expect([200, 204, 404]).toContain(answer?.status);
  });
});

describe('roles', () => {
  const invite = (by: TestBrowser, name: string, role: CuratorRole) =>
    by.send<InvitationView & ProblemView>('POST', '/api/desk/invitations', { name, role });

  it('are given by an operator, and a lead brings in no equals', async () => {
    const [lead, operator] = [await web.signIn('Lea', 'lead'), await web.signIn('Ora', 'operator')];
    for (const role of ['viewer', 'curator'] as const)
      expect((await invite(lead, `By Lea ${role}`, role)).status).toBe(200);
    for (const role of ['lead', 'operator'] as const) {
      expect((await invite(lead, `By Lea ${role}`, role)).body.code).toBe('role-too-low');
      expect((await invite(operator, `By Ora ${role}`, role)).body.role).toBe(role);
    }
  });

  it('nobody can get a link under the name of somebody else, save from an operator, who gives no new role by it', async () => {
    const [lead, operator] = [await web.signIn('Lea', 'lead'), await web.signIn('Ora', 'operator')];
    await web.signIn('Victim', 'curator');
    expect((await invite(lead, 'Victim', 'curator')).body.code).toBe('curator-name-taken');
    expect((await invite(lead, ' victim', 'curator')).status).toBe(409);
    expect((await invite(operator, 'Victim', 'operator')).body.role).toBe('curator');
  });

  it('change at once, for sessions that are open too', async () => {
    const [dora, operator] = [await web.signIn('Dora', 'curator'), await web.signIn('Ora', 'operator')];
    const act = { ids: ['some-id'], act: { action: 'escalate' } };
    expect((await dora.send('POST', '/api/desk/requests', act)).status).toBe(200);
    expect((await operator.send('PATCH', '/api/desk/people/Dora', { role: 'viewer' })).status).toBe(204);
    expect((await dora.send('POST', '/api/desk/requests', act)).status).toBe(403);
    expect((await dora.get('/api/desk')).status).toBe(200);
    expect((await operator.send('DELETE', '/api/desk/people/Dora')).status).toBe(204);
    expect((await dora.get('/api/desk')).status).toBe(401);
    expect((await operator.send('DELETE', '/api/desk/people/Dora')).status).toBe(404);
  });

  it('leave one operator at least', async () => {
    const { people } = (await (await web.signIn('Ora', 'operator')).get<DeskPeople>('/api/desk/people')).body;
    const operator = await web.signIn('Last', 'operator');
    for (const { name, role } of people) {
      if (role === 'operator' && name !== 'Last') await operator.send('DELETE', `/api/desk/people/${name}`);
    }
    expect((await operator.send<ProblemView>('DELETE', '/api/desk/people/Last')).body.code).toBe('last-operator');
    expect((await operator.send('PATCH', '/api/desk/people/Last', { role: 'lead' })).status).toBe(409);
    await web.signIn('Noor', 'operator');
  });
});

describe('who came and went', () => {
  it('is kept, read by leads, and changed by nobody', async () => {
    const operator = await web.signIn('Orla', 'operator');
    await operator.send('POST', '/api/desk/invitations', { name: 'Newcomer', role: 'viewer' });
    await operator.send('PATCH', '/api/desk/people/Newcomer', { role: 'curator' });
    await operator.send('DELETE', '/api/desk/people/Newcomer');
    const lead = await web.signIn('Lea', 'lead');
    await operator.send('DELETE', '/api/desk/session');
    const { entries } = (await lead.get<AuditPage>('/api/desk/audit')).body;
    const ofOrla = entries.filter(({ actor }) => actor === 'Orla').map(({ event }) => event);
    expect(ofOrla).toEqual([
      { kind: 'signed-out' },
      { kind: 'role-given', curator: 'Newcomer', before: 'curator', role: null },
      { kind: 'role-given', curator: 'Newcomer', before: 'viewer', role: 'curator' },
      { kind: 'invited', curator: 'Newcomer', role: 'viewer' },
      { kind: 'signed-in', by: 'link' },
    ]);
    const last = entries.at(-1)?.number ?? 0;
    const older = (await lead.get<AuditPage>(`/api/desk/audit?before=${last}`)).body.entries;
    expect(older.every(({ number }) => number < last)).toBe(true);
  });
});

describe('sessions', () => {
  it('are seen and ended by whose they are, and by leads', async () => {
    const [eve, mallory, lead] = [
      await web.signIn('Eve', 'curator'),
      await web.signIn('Mallory', 'curator'),
      await web.signIn('Lea', 'lead'),
    ];
    const sessionsOf = async (browser: TestBrowser) =>
      (await browser.get<DeskSessions>('/api/desk/sessions')).body.sessions;
    const own = await sessionsOf(eve);
    expect(own.map(({ curator }) => curator)).toEqual(['Eve']);
    const [session] = own;
    const end = (browser: TestBrowser) => browser.send<ProblemView>('DELETE', `/api/desk/sessions/${session?.id}`);
    expect((await sessionsOf(mallory)).some(({ id }) => id === session?.id)).toBe(false);
    expect([(await end(mallory)).status, (await eve.get('/api/desk')).status]).toEqual([404, 200]);
    expect((await sessionsOf(lead)).some(({ id }) => id === session?.id)).toBe(true);
    expect((await end(lead)).status).toBe(204);
    expect((await eve.get('/api/desk')).status).toBe(401);
    expect(JSON.stringify(await sessionsOf(lead))).not.toContain(eve.cookies.get('open-call-desk'));
  });
});

describe('a route for authors', () => {
  // What is about a request is tried in `appeals.test.ts` and `mine.test.ts`.
  it.each(AUTHORS_ONLY.filter((route) => route.includes('/posts/')))(
    '%s is shut for other visitors and for curators',
    async (route) => {
      const { body } = await web.browser().post<ThreadView>({ text: 'mine' });
      const [method = '', path = ''] = route.replace(':id', body.post.id).split(' ');
      const changed = method === 'PATCH' ? { text: 'yours' } : undefined;
      for (const browser of [web.browser(), await web.signIn()]) {
        expect(await browser.send(method, path, changed)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
      }
      expect((await web.browser().get<ThreadView>(`/api/room/threads/${body.post.id}`)).body.post.text).toBe('mine');
    },
  );

  it('does not let visitors touch what the bot said', async () => {
    const browser = web.browser();
    const { body } = await browser.post<ThreadView>({ text: '@opencall a boat' });
    const answer = await web.store.roomPosts.add({
      ...{ kind: 'status', text: 'In line', locale: 'en', picture: null, video: null, requestId: null, key: null },
      author: { platform: 'room', id: 'opencall', name: 'Open Call' },
      inReplyTo: body.post.id,
      postedAt: new Date().toISOString(),
    });
    expect((await browser.send('DELETE', `/api/room/posts/${answer.id}`)).status).toBe(403);
  });
});

describe('a curator', () => {
  async function token(expiresAt = '2999-01-01T00:00:00.000Z') {
    const made = randomUUID();
    await web.store.curators.keep({
      name: 'Noor',
      role: 'operator',
      invitedBy: null,
      since: '2026-11-25T00:00:00.000Z',
    });
    await web.store.curators.addSignIn(hashToken(made), 'Noor', expiresAt);
    return made;
  }

  it('signs in once with a link and out again', async () => {
    const link = await token();
    const browser = web.browser();
    const signedIn = await browser.send<VisitorView>('POST', '/api/desk/session', { token: link });
    expect(signedIn.body.curator).toBe('Noor');
    expect(browser.setCookies.find((cookie) => cookie.startsWith('open-call-desk'))).toMatch(
      /Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await browser.get<VisitorView>('/api/me')).body.curator).toBe('Noor');
    const session = browser.cookies.get('open-call-desk') ?? '';
    expect((await web.browser().send<ProblemView>('POST', '/api/desk/session', { token: link })).body.code).toBe(
      'sign-in-link-spent',
    );
    expect((await browser.send<VisitorView>('DELETE', '/api/desk/session')).body.curator).toBeNull();
    expect(browser.cookies.has('open-call-desk')).toBe(false);
    browser.cookies.set('open-call-desk', session);
    expect((await browser.get('/api/desk')).status).toBe(401);
  });

  it('gets a new session at each sign-in, and the old one ends', async () => {
    const browser = await web.signIn();
    const before = browser.cookies.get('open-call-desk') ?? '';
    await browser.send('POST', '/api/desk/session', { token: await token() });
    expect(browser.cookies.get('open-call-desk')).not.toBe(before);
    const thief = web.browser();
    thief.cookies.set('open-call-desk', before);
    expect((await thief.get('/api/desk')).status).toBe(401);
  });

  it('cannot have a session set for them by somebody else', async () => {
    const browser = web.browser();
    browser.cookies.set('open-call-desk', 'chosen-by-an-attacker');
    await browser.send('POST', '/api/desk/session', { token: await token() });
    expect(browser.cookies.get('open-call-desk')).not.toBe('chosen-by-an-attacker');
    const attacker = web.browser();
    attacker.cookies.set('open-call-desk', 'chosen-by-an-attacker');
    expect((await attacker.get('/api/desk')).status).toBe(401);
  });

  it('brings in another one, by a link that works once and under a name that can be told apart', async () => {
    const noor = await web.signIn();
    const { body } = await noor.send<InvitationView>('POST', '/api/desk/invitations', { name: ' Bo ' });
    expect(body.name).toBe('Bo');
    const token = new URLSearchParams(body.path.split('?')[1]).get('token');
    const bo = web.browser();
    expect((await bo.send<VisitorView>('POST', '/api/desk/session', { token })).body.curator).toBe('Bo');
    expect((await web.browser().send('POST', '/api/desk/session', { token })).status).toBe(401);
    const refused = await noor.send<ProblemView>('POST', '/api/desk/invitations', { name: '@bo' });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([400, 'curator-name', 'name']);
    expect(web.log.join('')).not.toContain(token);
  });

  it('does not get in with a link that is too old', async () => {
    const link = await token('2020-01-01T00:00:00.000Z');
    expect((await web.browser().send('POST', '/api/desk/session', { token: link })).status).toBe(401);
  });
});
