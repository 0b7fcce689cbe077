import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemView } from '../../../src/web/api/contract.ts';
import { DEFAULT_RATE_LIMITS } from '../../../src/web/api/limit-rates.ts';
import type { TestBrowser } from './browser.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

const statuses = async (times: number, act: () => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let each = 0; each < times; each += 1) seen.push((await act()).status);
  return seen;
};
const vote = (browser: TestBrowser) => () => browser.send('PUT', '/api/requests/nothing/vote');

describe('who asks too often', () => {
  it('is told when to come back, in their language, while others go on', async () => {
    const limited = await openTestWeb({ rateLimits: { write: { visitor: 3, address: 100 } } }, web);
    const [eager, calm] = [limited.browser(), limited.browser()];
    await Promise.all([eager.get('/api/me'), calm.get('/api/me')]);
    expect(await statuses(4, vote(eager))).toEqual([404, 404, 404, 429]);
    const told = await eager.send<ProblemView>('PUT', '/api/requests/nothing/vote', undefined, {
      'accept-language': 'ar',
    });
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(told.body).toMatchObject({ code: 'too-many', message: expect.stringMatching(/\p{Script=Arabic}/u) });
    expect((await eager.get('/api/room')).status).toBe(200);
    expect(await statuses(1, vote(calm))).toEqual([404]);
    await limited.close();
  });

  it('does not get round it without a cookie', async () => {
    const limited = await openTestWeb({ rateLimits: { write: { visitor: 3, address: 5 } } }, web);
    expect(await statuses(6, () => vote(limited.browser())())).toEqual([404, 404, 404, 404, 404, 429]);
    await limited.close();
  });

  it('does not get round it by naming another address, unless a proxy we trust does', async () => {
    const rateLimits = { read: { visitor: 100, address: 2 } };
    const ask = (on: TestWeb) => {
      let last = 0;
      return () => {
        last += 1;
        return on.browser().get('/api/room', { 'x-forwarded-for': `203.0.113.${last}` });
      };
    };
    const direct = await openTestWeb({ rateLimits }, web);
    expect(await statuses(3, ask(direct))).toEqual([200, 200, 429]);
    await direct.close();
    const proxied = await openTestWeb({ rateLimits, trustedProxies: ['127.0.0.1'] }, web);
    expect(await statuses(3, ask(proxied))).toEqual([200, 200, 200]);
    await proxied.close();
  });

  it('may post less often than write, and sign in least', async () => {
    const limited = await openTestWeb(
      { rateLimits: { post: { visitor: 1, address: 100 }, signIn: { visitor: 2, address: 2 } } },
      web,
    );
    const browser = limited.browser();
    await browser.get('/api/me');
    expect(await statuses(2, () => browser.post({ text: 'hello' }))).toEqual([200, 429]);
    expect(await statuses(1, vote(browser))).toEqual([404]);
    const guess = () => limited.browser().send('POST', '/api/desk/session', { token: 'a guess' });
    expect(await statuses(3, guess)).toEqual([401, 401, 429]);
    const leave = () => limited.browser().send('DELETE', '/api/desk/session');
    expect(await statuses(1, leave), 'signing out is never refused').toEqual([200]);
    await limited.close();
  });

  it('has these limits where nobody says otherwise', () => {
    expect(DEFAULT_RATE_LIMITS).toMatchObject({
      read: { visitor: 600 },
      write: { visitor: 30 },
      post: { visitor: 10 },
    });
  });
});
