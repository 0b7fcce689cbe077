import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../../src/moderation/curation/hash-token.ts';
import { AdapterError } from '../../../src/requests/index.ts';
import type { ProblemView } from '../../../src/web/api/contract.ts';
import { PROBLEMS } from '../../../src/web/api/problems.ts';
import { INTERFACE_TEXTS } from '../../../src/wording/say-interface.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

describe('every answer', () => {
  it.each(['/', '/api/room', '/api/nothing', '/icon.svg', '/assets/main-abc123.js', '/api/docs', '/files/x'])(
    '%s carries the headers that keep a page safe',
    async (path) => {
      const headers = Object.fromEntries((await web.browser().ask('GET', path)).headers);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers['content-security-policy']).toMatch(/script-src 'self'[;,]|default-src 'none'; img-src/);
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it.each([
    ['/assets/main-abc123.js', 'public, max-age=31536000, immutable'],
    ['/icon.svg', 'no-cache'],
    ['/', 'no-store'],
    ['/results', 'public, no-cache'],
    ['/api/room', 'no-store'],
    ['/api/nothing', 'no-store'],
  ])('%s may be kept as %s', async (path, cache) => {
    expect((await web.browser().ask('GET', path)).headers.get('cache-control')).toBe(cache);
  });
});

describe('an address of the pages', () => {
  it.each([
    ['/', 200],
    ['/desk/calls', 200],
    ['/me/?of=x', 200],
    ['/sign-in/discord', 200],
    ['/sign-in/discord/more', 404],
    ['/nowhere', 404],
    ['/desk/nothing', 404],
  ])('%s answers %s with the page that says what is there', async (path, status) => {
    const response = await fetch(`${web.url}${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<title>Open Call</title>');
  });
});

describe('a problem', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['JSON that is none', 'PATCH', '/api/me', { body: '{"name":', headers: json }, 400, 'not-readable', null],
    ['an empty body', 'PATCH', '/api/me', { body: '', headers: json }, 400, 'not-readable', null],
    ['a field that is missing', 'PATCH', '/api/me', { body: '{}', headers: json }, 400, 'invalid', 'name'],
    [
      'another type',
      'PATCH',
      '/api/me',
      { body: 'x', headers: { 'content-type': 'text/plain' } },
      415,
      'wrong-type',
      null,
    ],
    ['a form that is none', 'POST', '/api/room/posts', { body: '{}', headers: json }, 415, 'wrong-type', null],
    [
      'a form that breaks off',
      'POST',
      '/api/room/posts',
      { body: '--b\r\n', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      400,
      'not-readable',
      null,
    ],
    [
      'a form without a boundary',
      'POST',
      '/api/room/posts',
      { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
      400,
      'not-readable',
      null,
    ],
    [
      'a body that is too large',
      'PATCH',
      '/api/me',
      { body: JSON.stringify({ name: 'x'.repeat(200_000) }), headers: json },
      413,
      'body-too-large',
      null,
    ],
    ['an id that is none', 'GET', `/api/requests/${encodeURIComponent("1' or '1'='1")}`, {}, 400, 'invalid', 'id'],
    ['a path that cannot be decoded', 'GET', '/api/requests/%E0%A4%A', {}, 400, 'not-readable', null],
    ['a route that is not there', 'GET', '/api/nothing', {}, 404, 'not-found', null],
    ['a method that is not there', 'PUT', '/api/room', {}, 404, 'not-found', null],
  ])('tells of %s', async (_, method, path, init, status, code, field) => {
    const answer = await web.browser().ask(method, path, init as RequestInit);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual({ code, field, message: expect.stringMatching(/\w/) });
  });

  it('of ours says nothing of what went wrong inside, which is logged', async () => {
    const failing = (error: Error) =>
      openTestWeb({ calls: { ...web.store.calls, list: () => Promise.reject(error) } }, web);
    const bug = await failing(new Error('the secret ingredient'));
    const answer = await bug.browser().get<ProblemView>('/api/room');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|stack|\.ts/);
    expect(bug.log.join()).toContain('the secret ingredient');
    await bug.close();
    const full = await failing(new AdapterError('full', { adapter: 'folder', code: 'disk-full', retryable: true }));
    expect(await full.browser().get('/api/room')).toMatchObject({ status: 507, body: { code: 'storage-full' } });
    await full.close();
  });

  it('has a sentence in both languages, with what it is filled with in both', () => {
    expect(Object.keys(INTERFACE_TEXTS.ar)).toEqual(Object.keys(INTERFACE_TEXTS.en));
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const inserts = (text: string) => text.match(/\{\w+\}/g) ?? [];
      expect(inserts(INTERFACE_TEXTS.ar[code])).toEqual(inserts(INTERFACE_TEXTS.en[code]));
      expect(INTERFACE_TEXTS.ar[code]).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

describe('the description', () => {
  it('is valid OpenAPI and knows every route', async () => {
    const { body } = await web.browser().get<{ paths: Record<string, object> }>('/api/docs/json');
    const { valid, errors } = await new Validator().validate(structuredClone(body));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const routes = web.server.routes.filter((route) => !/^HEAD|\/api\/docs|\/\*$/.test(route));
    expect(described.filter((route) => !route.startsWith('HEAD')).sort()).toEqual([...routes].sort());
  });

  it('is shown by a page that loads nothing from elsewhere', async () => {
    const page = (await web.browser().get<string>('/api/docs')).body;
    expect(page).not.toMatch(/(?:src|href)="https?:/);
    expect(page).not.toMatch(/<script>|<style>/);
    for (const [, path] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await web.browser().ask('GET', path ?? '')).status).toBe(200);
    }
  });
});

describe('pages', () => {
  it('find their own way, and files that are not there are not pages', async () => {
    expect((await web.browser().get<string>('/sign-in?token=abc')).body).toContain('<title>Open Call');
    expect((await web.browser().get('/assets/gone-1.js')).status).toBe(404);
    expect((await web.browser().get('/.env')).status).toBe(404);
    expect((await web.browser().get<string>('/..%2fhidden%2frecords')).body).toContain('<title>Open Call');
  });
});

describe('secrets', () => {
  it('are in no log', async () => {
    const canary = `canary-${randomUUID()}`;
    await web.signIn('Noor');
    await web.store.curators.addSignIn(hashToken(canary), 'Noor', '2999-01-01T00:00:00.000Z');
    const browser = web.browser();
    await browser.get(`/sign-in?token=${canary}`);
    await browser.send('POST', '/api/desk/session', { token: canary });
    await browser.send('POST', '/api/desk/session', { token: canary });
    await browser.send('PATCH', '/api/me', { name: canary.repeat(20) });
    await browser.post({ text: canary, inReplyTo: `${canary}-nothing` });
    await browser.get(`/api/requests/${canary}?token=${canary}`);
    const log = web.log.join('');
    expect(log).toContain('/api/desk/session');
    const cookies = [...browser.cookies.values()].map((cookie) => cookie.slice(0, 20));
    for (const secret of [canary, ...cookies]) expect(log).not.toContain(secret);
  });
});
