import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb({ publicUrl: 'http://clips.example.org' });
});
afterAll(() => web.close());

/** With headers that `fetch` would not let a test choose. */
function send(method: string, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(web.url + path, { method, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('a write', () => {
  const ours = { 'x-open-call': '1' };
  const here = () => web.url;
  // A vote for something that is not there: 404 means that it got through.
  it.each([
    ['of a page of ours', () => ({ ...ours, origin: here(), 'sec-fetch-site': 'same-origin' }), 404],
    ['of a page of ours by its public name', () => ({ ...ours, origin: 'http://clips.example.org' }), 404],
    [
      'of a page that a development server hands on',
      () => ({ ...ours, origin: 'http://127.0.0.1:5173', 'sec-fetch-site': 'same-origin' }),
      404,
    ],
    ['of a program', () => ours, 404],
    ['without the header', () => ({ origin: here(), 'sec-fetch-site': 'same-origin' }), 403],
    ['with another value in the header', () => ({ 'x-open-call': 'yes' }), 403],
    ['of a foreign page', () => ({ ...ours, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }), 403],
    ['of a foreign page that hides where it is from', () => ({ ...ours, origin: 'null' }), 403],
    ['of a foreign page in an old browser', () => ({ ...ours, origin: 'http://evil.example' }), 403],
    ['of a page on a neighbouring name', () => ({ ...ours, origin: here(), 'sec-fetch-site': 'same-site' }), 403],
    [
      'of a foreign page that says it is ours',
      () => ({ ...ours, origin: here(), 'sec-fetch-site': 'cross-site' }),
      403,
    ],
  ])('%s', async (_, headers, status) => {
    expect(await send('PUT', '/api/requests/nothing/vote', headers())).toBe(status);
    expect(await send('DELETE', '/api/requests/nothing/vote', headers())).toBe(status);
    expect(await send('POST', '/api/clips/nothing/view', headers())).toBe(status);
  });
});

describe('a host', () => {
  it.each([
    ['localhost:3000', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:3000', 200],
    ['clips.example.org', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.nip.example:3000', 421],
    ['169.254.169.254', 421],
  ])('%s', async (host, status) => {
    expect(await send('GET', '/api/me', { host })).toBe(status);
  });
});
