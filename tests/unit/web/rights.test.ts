import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../../src/moderation/curation/hash-token.ts';
import type { ProblemView, ThreadView, VisitorView } from '../../../src/web/api/contract.ts';
import type { InvitationView } from '../../../src/web/api/contract-of-person.ts';
import { enforceRights } from '../../../src/web/api/enforce-rights.ts';
import { RIGHTS } from '../../../src/web/api/rights.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

/** Written down a second time on purpose: whoever opens a route to more people has to say so twice. */
const CURATORS_ONLY = [
  'POST /api/desk/invitations',
  'GET /api/desk',
  'GET /api/desk/counts',
  'GET /api/desk/claims',
  'GET /api/desk/requests/:id',
  'POST /api/desk/requests/:id',
  'POST /api/desk/requests',
  'GET /api/desk/decisions',
  'POST /api/desk/undo',
  'GET /api/desk/money',
  'GET /api/desk/money/x',
  'GET /api/desk/announcements',
  'POST /api/desk/announcements',
];
const AUTHORS_ONLY = ['PATCH /api/room/posts/:id', 'DELETE /api/room/posts/:id', 'POST /api/requests/:id/appeal'];

describe('the table of rights', () => {
  it('names for each route who may use it, and no route that is not there', () => {
    const routes = web.server.routes.map((route) => route.replace(/^HEAD /, 'GET '));
    expect([...new Set(routes)].sort()).toEqual(Object.keys(RIGHTS).sort());
  });

  it('keeps the desk for curators and posts for their authors', () => {
    const having = (right: string) => Object.keys(RIGHTS).filter((route) => RIGHTS[route] === right);
    expect(having('curator')).toEqual(CURATORS_ONLY);
    expect(having('author')).toEqual(AUTHORS_ONLY);
  });

  it('lets no route be registered that it does not name', () => {
    const app = Fastify();
    enforceRights(app, { visitors: {} as never, sessions: {} as never });
    expect(() => app.get('/api/everything', async () => 'secrets')).toThrow('GET /api/everything');
  });
});

describe('a route for curators', () => {
  const concrete = CURATORS_ONLY.map((route) => route.replace(':id', 'some-id').split(' ') as [string, string]);

  const announced = { callId: 'some-call', what: 'opened', locale: 'en', words: '', withClip: false };
  const sent = { action: 'claim', name: 'Noor', ...announced, ids: ['some-id'], act: { action: 'approve' } };

  it.each(concrete)('%s %s is shut for visitors', async (method, path) => {
    const browser = web.browser();
    await browser.get('/api/me');
    const { status, body } = await browser.send<ProblemView>(method, path, method === 'POST' ? sent : undefined);
    expect([status, body.code]).toEqual([401, 'sign-in-needed']);
  });

  it.each(concrete)('%s %s is open for curators', async (method, path) => {
    const browser = await web.signIn();
    const { status } = await browser.send(method, path, method === 'POST' ? sent : undefined);
    expect(status).toBe(path.endsWith('some-id') ? 404 : 200);
  });
});

describe('a route for authors', () => {
  // What is about a request is tried in `appeals.test.ts`.
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
