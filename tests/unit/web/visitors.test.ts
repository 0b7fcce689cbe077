import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemView, ThreadView, VisitorView } from '../../../src/web/api/contract.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

describe('a visitor', () => {
  it('gets an identity at the first visit and keeps it', async () => {
    const browser = web.browser();
    const first = await browser.get<VisitorView>('/api/me');
    expect(first.body).toEqual({ name: expect.stringMatching(/^Guest \d{4}$/), curator: null, role: null });
    const [cookie] = browser.setCookies;
    expect(cookie).toMatch(/^open-call-visitor=.+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    const second = await browser.get<VisitorView>('/api/me');
    expect(second.body).toEqual(first.body);
    expect(browser.setCookies).toHaveLength(1);
  });

  it('gets the identity with the page, before the page asks anything', async () => {
    const browser = web.browser();
    const page = await browser.get<string>('/duels');
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Open Call') });
    expect(page.headers.get('cache-control')).toBe('no-store');
    await Promise.all([browser.get('/api/room'), browser.get('/api/room/threads'), browser.get('/api/me')]);
    expect(browser.setCookies).toHaveLength(1);
  });

  it.each([
    ['changed', (cookie: string) => cookie.replace(/^(...)./, '$1x')],
    ['without its signature', (cookie: string) => cookie.split('.').slice(0, 3).join('.')],
    ['of nonsense', () => 'v1.someone.QQ'],
    ['empty', () => ''],
  ])('is nobody known with a cookie %s', async (_, change) => {
    const author = web.browser();
    const { body } = await author.post<ThreadView>({ text: 'hello' });
    const thief = web.browser();
    for (const [name, value] of author.cookies) thief.cookies.set(name, change(value));
    const seen = await thief.get<ThreadView>(`/api/room/threads/${body.post.id}`);
    expect(seen.body.post.mine).toBe(false);
    expect((await thief.send('DELETE', `/api/room/posts/${body.post.id}`)).status).toBe(403);
    expect((await author.get<ThreadView>(`/api/room/threads/${body.post.id}`)).body.post.mine).toBe(true);
  });

  it('chooses a name, which later posts carry', async () => {
    const browser = web.browser();
    await browser.get('/api/me');
    expect((await browser.send('PATCH', '/api/me', { name: '  سلمى  ' })).body).toEqual({
      name: 'سلمى',
      curator: null,
      role: null,
    });
    const { body } = await browser.post<ThreadView>({ text: 'hello' });
    expect(body.post).toMatchObject({ authorName: 'سلمى', mine: true });
  });

  it('cannot pass for the bot', async () => {
    const { status, body } = await web.browser().send<ProblemView>('PATCH', '/api/me', { name: 'Οpen Са11' });
    expect({ status, ...body }).toMatchObject({ status: 400, code: 'name-taken-by-bot', field: 'name' });
  });

  it('is answered in the language of the browser', async () => {
    const { body } = await web
      .browser()
      .send<ProblemView>('PATCH', '/api/me', { name: '' }, { 'accept-language': 'fr, ar-EG;q=0.8, en;q=0.5' });
    expect(body.message).toMatch(/\p{Script=Arabic}/u);
    expect((await web.browser().get<VisitorView>('/api/me?locale=ar')).body.name).toMatch(/^ضيف \d{4}$/);
  });
});

describe('over HTTPS', () => {
  it('cookies are for this host alone', async () => {
    const secure = await openTestWeb({ publicUrl: 'https://clips.example.org' }, web);
    const browser = secure.browser();
    const { headers } = await browser.get('/api/me');
    expect(browser.setCookies[0]).toMatch(/^__Host-open-call-visitor=.+; Secure;/);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    const curator = await secure.signIn();
    expect(curator.setCookies.join()).toMatch(/__Host-open-call-desk=.+HttpOnly; Secure; SameSite=Strict/);
    await secure.close();
  });
});
