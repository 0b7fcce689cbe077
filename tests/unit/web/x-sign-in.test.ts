import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createXSignIn } from '../../../src/bots/x/signing-in/x-sign-in.ts';
import { type Member, memberKey } from '../../../src/requests/index.ts';
import type { ProblemView, RequestView } from '../../../src/web/api/contract.ts';
import type { JoinCodeView } from '../../../src/web/api/contract-of-joining.ts';
import type { MineView, OwnRequestsPage } from '../../../src/web/api/contract-of-mine.ts';
import type { SignInAddress, SignInOffer } from '../../../src/web/api/contract-of-signing.ts';
import { create, someAsked } from '../../contracts/store-samples.ts';
import { DELIVERED } from '../../contracts/vote-store.ts';
import { REVOKE } from '../../simulators/x/sign-in.ts';
import type { User } from '../../simulators/x/world.ts';
import { createXSimulator, type XSimulator } from '../../simulators/x/x-simulator.ts';
import { pressAtSimulator } from '../bots/x/log-in-at-simulator.ts';
import type { TestBrowser } from './browser.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

const clock = () => new Date();

let simulator: XSimulator;
let base: TestWeb;
let web: TestWeb;

function signInWith(changes: Partial<Parameters<typeof createXSignIn>[0]> = {}) {
  const { url: apiUrl, authorizeUrl, keys } = simulator;
  const { clientId, clientSecret } = keys;
  const { x: records } = base.store;
  return createXSignIn({ clientId, clientSecret, apiUrl, authorizeUrl, records, dailyDollars: 5, clock, ...changes });
}

beforeAll(async () => {
  simulator = await createXSimulator({ callbackUrls: [] });
  base = await openTestWeb();
  web = await openTestWeb({ signIns: [signInWith()] }, base);
  simulator.callbackUrls.push(`${web.url}/sign-in/x`);
});
afterAll(async () => {
  await web.close();
  await base.close();
  await simulator.close();
  expect(simulator.violations).toEqual([]);
});

const begin = (browser: TestBrowser, purpose: 'mine' | 'desk' = 'mine') =>
  browser.send<SignInAddress & ProblemView>('POST', '/api/sign-in/x', { purpose });

async function comeAs(user: User, browser = web.browser()): Promise<TestBrowser> {
  simulator.signInAs(user);
  const back = new URL(await pressAtSimulator((await begin(browser)).body.address));
  const answer = await browser.send('POST', '/api/sign-in/x/finish', Object.fromEntries(back.searchParams));
  expect(answer.status).toBe(200);
  return browser;
}

const memberOf = ({ id, name }: User): Member => ({ platform: 'x', id, name });
const boughtToday = async () =>
  (await web.store.x.spendingOn(clock().toISOString().slice(0, 10))).find(({ kind }) => kind === 'account-read');

describe('who signs in with X', () => {
  it('sees what they asked there and how it stands, takes it back, has it as a file and deletes it', async () => {
    const mina = simulator.addUser('mina', 'Mina');
    const request = await web.ask({ requester: memberOf(mina), prompt: 'a paper boat' });
    const browser = await comeAs(mina);
    const { requests } = (await browser.get<OwnRequestsPage>('/api/mine/x/requests')).body;
    expect(requests).toMatchObject([{ id: request.id, prompt: 'a paper boat', canWithdraw: true }]);
    const withdrawn = await browser.send<RequestView>('POST', `/api/requests/${request.id}/withdraw`);
    expect(withdrawn.body.state).toBe('withdrawn');
    expect(JSON.stringify((await browser.get('/api/mine/x/export')).body)).toContain('a paper boat');
    expect((await browser.send('DELETE', '/api/mine/x')).status).toBe(200);
    expect((await web.store.forgetting.waiting()).map(({ member }) => member)).toContain(memberKey(memberOf(mina)));
    expect((await browser.get('/api/mine/x/requests')).status).toBe(404);
  });

  it('votes as one with the account that they joined by its code, and not for their own', async () => {
    const salma = simulator.addUser('salma', 'سلمى');
    const browser = await comeAs(salma);
    const elsewhere = web.browser();
    const { code } = (await elsewhere.send<JoinCodeView>('POST', '/api/mine/room/join-code', {})).body;
    expect((await browser.send('POST', '/api/mine/x/joined', { code })).status).toBe(200);
    expect((await elsewhere.get<MineView>('/api/mine')).body.selves[0]?.joined).toMatchObject([
      { platform: 'x', name: 'سلمى' },
    ]);
    const [own, theirs] = [
      await create(web.store, someAsked({ requester: memberOf(salma) }), ...DELIVERED),
      await create(web.store, someAsked(), ...DELIVERED),
    ];
    for (const each of [browser, elsewhere]) {
      expect((await each.send<ProblemView>('PUT', `/api/clips/${own.id}/vote`)).body.code).toBe('own-request');
      expect((await each.send('PUT', `/api/clips/${theirs.id}/vote`)).status).toBe(200);
    }
  });

  it('comes by no way to the desk', async () => {
    const browser = web.browser();
    expect((await browser.get<SignInOffer>('/api/sign-in')).body.ways).toEqual([{ platform: 'x', purposes: ['mine'] }]);
    expect((await begin(browser, 'desk')).status).toBe(404);
    // Nor by a cookie that was begun for the one and brought for the other.
    await comeAs(simulator.addUser(`desk${randomUUID().slice(0, 6)}`), browser);
    expect((await browser.get('/api/desk')).status).toBe(401);
  });

  it('is let in by X once, for reading, and the way back is given up', async () => {
    const before = simulator.requests(`POST ${REVOKE}`).length;
    const omar = simulator.addUser('omar', 'Omar');
    const address = new URL((await begin(web.browser())).body.address);
    expect(address.searchParams.get('scope')).toBe('tweet.read users.read');
    await comeAs(omar);
    expect(simulator.requests(`POST ${REVOKE}`).length).toBe(before + 1);
    expect(simulator.grants.all()).toEqual([]);
    // Also where X does not take it back: nobody has it any more.
    simulator.faults.arm({ method: 'POST', route: REVOKE }, { kind: 'status', status: 503 });
    await comeAs(omar);
    const [left = ''] = simulator.grants.all();
    expect(web.log.join('')).not.toContain(left);
    simulator.grants.revoke(left);
  });
});

describe('what X asks for it', () => {
  it('is counted as X counts it, once a day for a person', async () => {
    const before = (await boughtToday())?.count ?? 0;
    const nada = simulator.addUser('nada', 'Nada');
    await comeAs(nada);
    await comeAs(nada);
    expect(await boughtToday()).toMatchObject({ count: before + 1, microDollars: (before + 1) * 10_000 });
    expect(simulator.ledger.bought.get('account-read')).toBe(before + 1);
  });

  it('is not spent where nothing may be spent any more today, and nobody is sent to X in vain', async () => {
    const spent = await openTestWeb({ signIns: [signInWith({ dailyDollars: 0 })] }, base);
    try {
      const answer = await begin(spent.browser());
      expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-platform-away']);
      expect(spent.log.join('')).toContain('X_DAILY_DOLLARS');
    } finally {
      await spent.close();
    }
  });
});
