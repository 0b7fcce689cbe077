import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountSignIn } from '../../src/bots/account-sign-in.ts';
import type { MemberData } from '../../src/bots/member-data.ts';
import type { ProblemView } from '../../src/web/api/contract.ts';
import type { MineView } from '../../src/web/api/contract-of-mine.ts';
import type { SignedIn, SignInAddress, SignInOffer } from '../../src/web/api/contract-of-signing.ts';
import { sayPlatform } from '../../src/wording/say-platform.ts';
import type { TestBrowser } from '../unit/web/browser.ts';
import type { TestWeb } from '../unit/web/open-test-web.ts';

export interface Person {
  id: string;
  name: string;
}

/** What is asked of a platform while somebody signs in. */
export type Question = 'the code' | 'the account';

/** A platform with people, and our pages on which one signs in with their accounts. */
export interface SignInStage {
  web: TestWeb;
  /** All that is asked for to see what is kept of one. */
  scopes: readonly string[];
  /** What may be read out of a log or of records by nobody. */
  secretsIn(text: string): readonly string[];
  /** How many tokens are good at the platform. */
  openTokens(): number;
  /** The same with another secret. */
  adapterWith(clientSecret: string): AccountSignIn;
  addPerson(name: string): Person;
  /** Where the platform sends somebody who presses a button there. */
  press(address: string, person: Person, choice: 'allow' | 'deny'): Promise<string>;
  /** The platform answers the next such question with 503. */
  failAt(question: Question): void;
  /** Null: the time that it is. */
  setTime(time: Date | null): void;
  /** Throws where the platform's rules were broken. */
  close(): Promise<void>;
}

/** What holds of signing in with any account. */
export function accountSignInContract(platform: string, open: () => Promise<SignInStage>): void {
  describe(`signing in with ${platform}`, () => {
    let stage: SignInStage;
    let web: TestWeb;
    beforeAll(async () => {
      stage = await open();
      web = stage.web;
    });
    beforeEach(() => stage.setTime(null));
    afterAll(() => stage?.close());

    const begin = async (browser: TestBrowser) =>
      (await browser.send<SignInAddress>('POST', `/api/sign-in/${platform}`, { purpose: 'mine' })).body.address;
    const person = (name = `Mina ${randomUUID().slice(0, 8)}`) => stage.addPerson(name);

    async function decide(address: string, who: Person, choice: 'allow' | 'deny' = 'allow') {
      const back = new URL(await stage.press(address, who, choice));
      expect(`${back.origin}${back.pathname}`).toBe(`${web.url}/sign-in/${platform}`);
      const { state = '', code, error } = Object.fromEntries(back.searchParams);
      return { state, ...(code === undefined ? {} : { code }), ...(error === undefined ? {} : { error }) };
    }

    const finish = (browser: TestBrowser, back: object, headers: Record<string, string> = {}, at = platform) =>
      browser.send<SignedIn & ProblemView>('POST', `/api/sign-in/${at}/finish`, back, headers);

    async function come(who: Person, browser = web.browser()) {
      const answer = await finish(browser, await decide(await begin(browser), who));
      expect(answer).toMatchObject({ status: 200, body: { purpose: 'mine', name: who.name } });
      return browser;
    }

    const whoIs = async (browser: TestBrowser) =>
      (await browser.get<MineView>('/api/mine')).body.selves
        .filter((self) => self.platform === platform)
        .map(({ name }) => name);

    it('is offered, and shows whose account it is', async () => {
      const mina = person();
      const browser = web.browser();
      expect((await browser.get<SignInOffer>('/api/sign-in')).body.ways).toContainEqual(
        expect.objectContaining({ platform, purposes: expect.arrayContaining(['mine']) }),
      );
      expect((await browser.get<MineView>('/api/mine')).body.canSignIn).toContain(platform);
      await come(mina, browser);
      expect(await whoIs(browser)).toEqual([mina.name]);
      expect((await browser.get<MineView>('/api/mine')).body.canSignIn).not.toContain(platform);
      const exported = await browser.get<MemberData>(`/api/mine/${platform}/export`);
      expect(exported.body.member).toEqual({ platform, ...mina });
    });

    it('asks for no more than it needs, with a proof of who asks, and gives back what it got', async () => {
      const address = new URL(await begin(web.browser()));
      expect(Object.fromEntries(address.searchParams)).toMatchObject({
        response_type: 'code',
        scope: stage.scopes.join(' '),
        code_challenge_method: 'S256',
        redirect_uri: `${web.url}/sign-in/${platform}`,
      });
      const browser = await come(person());
      expect(stage.openTokens()).toBe(0);
      const exported = await browser.ask('GET', `/api/mine/${platform}/export`);
      for (const text of [web.log.join(''), await exported.text()]) expect(stage.secretsIn(text)).toEqual([]);
    });

    it.each(['en', 'ar'] as const)(
      'says in the language of the person (%s) that they did not agree',
      async (locale) => {
        const browser = web.browser();
        const answer = await finish(browser, await decide(await begin(browser), person(), 'deny'), {
          'accept-language': locale,
        });
        expect([answer.status, answer.body.code]).toEqual([403, 'sign-in-denied']);
        expect(answer.body.message).toContain(sayPlatform(locale, platform));
        expect(/\p{Script=Arabic}/u.test(answer.body.message)).toBe(locale === 'ar');
        expect(await whoIs(browser)).toEqual([]);
      },
    );

    it('takes an answer only in the browser that began, once and for a while', async () => {
      const mina = person();
      const mine = web.browser();
      const back = await decide(await begin(mine), mina);
      // An attacker's answer, brought to somebody else: they would be signed in as the attacker.
      const victim = web.browser();
      expect((await finish(victim, back)).body.code).toBe('sign-in-not-ours');
      await begin(victim);
      expect((await finish(victim, back)).body.code).toBe('sign-in-not-ours');
      expect((await finish(mine, { ...back, state: '' })).body.code).toBe('sign-in-not-ours');
      // Tried with a wrong answer, the attempt is over.
      expect((await finish(mine, back)).body.code).toBe('sign-in-not-ours');

      const again = web.browser();
      const second = await decide(await begin(again), mina);
      const cookie = again.cookies.get('open-call-sign-in') ?? '';
      expect((await finish(again, second)).status).toBe(200);
      again.cookies.set('open-call-sign-in', cookie);
      expect((await finish(again, second)).body.code).toBe('sign-in-code-spent');

      const slow = web.browser();
      const third = await decide(await begin(slow), mina);
      stage.setTime(new Date(Date.now() + 11 * 60_000));
      expect((await finish(slow, third)).body.code).toBe('sign-in-not-ours');
      for (const browser of [victim, mine, slow]) expect(await whoIs(browser)).toEqual([]);
    });

    it('takes no cookie that somebody made, and no code that came for another verifier', async () => {
      const browser = web.browser();
      const back = await decide(await begin(browser), person());
      const kept = browser.cookies.get('open-call-sign-in') ?? '';
      expect(kept).not.toBe('');
      const forged = ['v2', platform, 'mine', Date.now() + 1e9, 'state', 'verifier', 'forged'].join('.');
      browser.cookies.set('open-call-sign-in', forged);
      expect((await finish(browser, { ...back, state: 'state' })).body.code).toBe('sign-in-not-ours');
      // A code that was stolen on its way, brought with the thief's own attempt.
      const thief = web.browser();
      const own = new URL(await begin(thief)).searchParams.get('state') ?? '';
      expect((await finish(thief, { ...back, state: own })).body.code).toBe('sign-in-code-spent');
      expect(await whoIs(thief)).toEqual([]);
    });

    it('takes no answer of another platform’s, and knows no platform that is not set up', async () => {
      const browser = web.browser();
      const back = await decide(await begin(browser), person());
      const [other] = ['discord', 'x'].filter((each) => each !== platform);
      expect((await finish(browser, back, {}, other)).body.code).toBe('sign-in-not-ours');
      expect((await finish(browser, back)).body.code).toBe('sign-in-not-ours');
      const elsewhere = '/api/sign-in/elsewhere';
      expect((await browser.send('POST', elsewhere, { purpose: 'mine' })).status).toBe(404);
      expect((await browser.send('POST', `${elsewhere}/finish`, { state: 'a' })).status).toBe(404);
    });

    it('begins a session of its own, and ends the one before', async () => {
      const cookie = `open-call-member-${platform}`;
      const browser = web.browser();
      browser.cookies.set(cookie, 'chosen-by-an-attacker');
      await come(person(), browser);
      const first = browser.cookies.get(cookie) ?? '';
      expect(first).not.toBe('chosen-by-an-attacker');
      expect(browser.setCookies.find((each) => each.startsWith(cookie))).toMatch(/HttpOnly; SameSite=Strict$/);
      const second = person();
      await come(second, browser);
      expect(await whoIs(browser)).toEqual([second.name]);
      const thief = web.browser();
      thief.cookies.set(cookie, first);
      expect(await whoIs(thief)).toEqual([]);
      await browser.send('DELETE', `/api/mine/${platform}/session`);
      expect(await whoIs(browser)).toEqual([]);
    });

    it('goes nowhere else afterwards, whatever the address says', async () => {
      const browser = web.browser();
      const wish = { purpose: 'mine', callbackUrl: 'https://evil.example', next: '//evil.example' };
      const forwarded = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
      const path = `/api/sign-in/${platform}?next=https://evil.example`;
      const { body } = await browser.send<SignInAddress>('POST', path, wish, forwarded);
      expect(body.address).not.toContain('evil');
      const back = await decide(body.address, person());
      const finished = await finish(browser, { ...back, next: 'https://evil.example' }, forwarded);
      expect(finished.status).toBe(200);
      expect(JSON.stringify(finished.body)).not.toContain('evil');
    });

    it('cannot be begun or finished by another site', async () => {
      const foreign = { 'sec-fetch-site': 'cross-site' };
      for (const path of [`/api/sign-in/${platform}`, `/api/sign-in/${platform}/finish`]) {
        expect(await web.browser().send('POST', path, {}, foreign)).toMatchObject({
          status: 403,
          body: { code: 'foreign-page' },
        });
      }
    });

    it.each(['the code', 'the account'] as const)('says that it is away when asked for %s', async (question) => {
      const browser = web.browser();
      const back = await decide(await begin(browser), person());
      stage.failAt(question);
      const answer = await finish(browser, back);
      expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-platform-away']);
      expect(answer.body.message).toContain(sayPlatform('en', platform));
      expect(await whoIs(browser)).toEqual([]);
      expect(stage.openTokens()).toBe(0);
    });

    it('says what only the operator can mend, and notes why without a secret', async () => {
      const browser = web.browser();
      const { state } = await decide(await begin(browser), person());
      const answer = await finish(browser, { state, error: 'invalid_scope' });
      expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-not-set-up']);
      expect(web.log.join('')).toContain('invalid_scope');
      const code = 'a-code-that-nobody-gave';
      const asked = { purpose: 'mine', callbackUrl: web.url, code, verifier: 'a-verifier' } as const;
      const refused = await stage.adapterWith('another-secret').redeem(asked);
      expect(refused).toMatchObject({ outcome: 'client-refused' });
      for (const secret of ['another-secret', code]) expect(JSON.stringify(refused)).not.toContain(secret);
    });
  });
}
