import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SignInOptions, signInAtX } from '../../../src/app/login/sign-in-at-x.ts';
import { fixedTokens } from '../../../src/bots/x/connection/tokens.ts';
import { beginSignIn } from '../../../src/bots/x/signing-in/begin-sign-in.ts';
import { readCallback } from '../../../src/bots/x/signing-in/read-callback.ts';
import { openLogin } from '../../../src/bots/x/signing-in/sealed-login.ts';
import { createSealing } from '../../../src/bots/x/signing-in/sealing.ts';
import { createTokenEndpoint } from '../../../src/bots/x/signing-in/token-endpoint.ts';
import type { XLogins } from '../../../src/bots/x/x-logins.ts';
import { createFakeXLogins } from '../../fakes/fake-x-logins.ts';
import { freePort, waitUntil } from '../../services.ts';
import { TOKEN } from '../../simulators/x/sign-in.ts';
import { createXSimulator, type XSimulator } from '../../simulators/x/x-simulator.ts';
import { pressAtSimulator } from '../bots/x/log-in-at-simulator.ts';

const clock = () => new Date();
const sealing = createSealing(Buffer.alloc(32, 7));

let simulator: XSimulator;
let logins: XLogins;
let callbackUrl: string;
let input: PassThrough;
let said: string[];

async function begin(settings: Parameters<typeof createXSimulator>[0] = {}): Promise<void> {
  await simulator?.close();
  callbackUrl = `http://127.0.0.1:${await freePort()}/back`;
  simulator = await createXSimulator({ callbackUrls: [callbackUrl, 'https://call.example/back'], ...settings });
  [logins, input, said] = [createFakeXLogins(), new PassThrough(), []];
}
beforeEach(() => begin());
afterEach(() => simulator.close());

function endpointWith(clientSecret: string) {
  const { url: apiUrl, keys } = simulator;
  return createTokenEndpoint({ apiUrl, clientId: keys.clientId, clientSecret, clock });
}

function signIn(changes: Partial<SignInOptions> = {}) {
  const { url: apiUrl, authorizeUrl, keys } = simulator;
  return signInAtX(
    {
      ...{ clientId: keys.clientId, apiUrl, authorizeUrl, callbackUrl, logins, sealing, clock },
      endpoint: endpointWith(keys.clientSecret),
      keys: null,
      waitMs: 20_000,
      ...changes,
    },
    { input, say: (line) => said.push(line) },
  );
}

async function shownAddress(): Promise<string> {
  const find = () => said.map((line) => line.trim()).find((line) => line.startsWith(simulator.authorizeUrl));
  await waitUntil(() => find() !== undefined, 'the address');
  return find() ?? '';
}
const kept = () => logins.find(simulator.keys.clientId);
const all = () => said.join('\n');
const paste = (text: string) => input.write(`${text}\n`);

describe('logging in at X', () => {
  it('by the page that X sends back to, with all that is needed and nothing more', async () => {
    const ending = signIn();
    const address = new URL(await shownAddress());
    expect(address.searchParams.get('scope')?.split(' ').toSorted()).toEqual([
      'media.write',
      'offline.access',
      'tweet.read',
      'tweet.write',
      'users.read',
    ]);
    const page = await fetch(await pressAtSimulator(address.href), { headers: { 'accept-language': 'ar' } });
    expect(await page.text()).toContain('تم تسجيل الدخول');
    expect(await ending).toEqual({ outcome: 'signed-in', username: 'opencall' });
    const login = await kept();
    expect(login).toMatchObject({ account: { id: simulator.bot.id, username: 'opencall' }, renewal: 'settled' });
    const secrets = login && openLogin(sealing, login);
    expect(simulator.grants.scopesOf(secrets?.accessToken ?? '')).toContain('media.write');
    for (const secret of Object.values(secrets ?? {})) expect(all()).not.toContain(secret);
    expect(all()).toContain('@opencall is logged in');
  });

  it('by pasting, where the browser is on another machine or the callback is', async () => {
    for (const place of [callbackUrl, 'https://call.example/back']) {
      said.length = 0;
      const ending = signIn({ callbackUrl: place });
      paste('');
      paste('hello');
      paste(`  ${await pressAtSimulator(await shownAddress())}  `);
      expect(await ending).toMatchObject({ outcome: 'signed-in' });
      expect(all()).toContain('Paste the whole address');
      input = new PassThrough();
    }
  });

  it('not with the answer to another attempt, and still with the right one', async () => {
    const ending = signIn();
    const address = await shownAddress();
    const forged = new URL(address);
    forged.searchParams.set('state', 'another');
    const back = await pressAtSimulator(forged.href);
    expect(await (await fetch(back)).text()).toContain('another attempt');
    paste(back);
    await waitUntil(() => all().includes('answer to another attempt'), 'the word');
    expect(simulator.requests(`POST ${TOKEN}`)).toEqual([]);
    await fetch(await pressAtSimulator(address));
    expect(await ending).toMatchObject({ outcome: 'signed-in' });
  });

  it('not where it was denied', async () => {
    const ending = signIn();
    const page = await fetch(await pressAtSimulator(await shownAddress(), 'deny'));
    expect(await page.text()).toContain('was not let in');
    expect(await ending).toEqual({ outcome: 'denied' });
    expect(await kept()).toBeNull();
    expect(all()).toContain('Cancel was pressed');
  });

  it('not for an app that X does not know, or with another secret', async () => {
    const unknown = signIn({ clientId: 'another', waitMs: 300 });
    await expect(pressAtSimulator(await shownAddress())).rejects.toThrow('This app is not known');
    expect(await unknown).toEqual({ outcome: 'nobody-came' });
    expect(all()).toContain('X_CLIENT_ID');
    said.length = 0;
    const ending = signIn({ endpoint: endpointWith('wrong') });
    await fetch(await pressAtSimulator(await shownAddress()));
    expect(await ending).toMatchObject({ outcome: 'client-refused' });
    expect(all()).toContain('X_CLIENT_SECRET');
    expect(await kept()).toBeNull();
  });

  it('not with a code that is too old, nor with scopes left out', async () => {
    await begin({ codeSeconds: -1 });
    const late = signIn();
    await fetch(await pressAtSimulator(await shownAddress()));
    expect(await late).toMatchObject({ outcome: 'code-refused' });
    for (const left of ['offline.access', 'media.write']) {
      await begin({ grants: (asked) => asked.filter((scope) => scope !== left) });
      const ending = signIn();
      await fetch(await pressAtSimulator(await shownAddress()));
      expect(await ending).toEqual({ outcome: 'scopes-missing', missing: [left] });
      expect(await kept()).toBeNull();
    }
  });

  it('not as another account than the one whose keys are set', async () => {
    const keys = { ...simulator.keys };
    const other = simulator.addUser('somebody');
    const own = fixedTokens(keys);
    const first = signIn({ keys: own });
    await fetch(await pressAtSimulator(await shownAddress()));
    expect(await first).toMatchObject({ outcome: 'signed-in' });
    simulator.signInAs(other);
    said.length = 0;
    const second = signIn({ keys: own });
    await fetch(await pressAtSimulator(await shownAddress()));
    expect(await second).toEqual({ outcome: 'other-account', username: 'somebody', keysOf: 'opencall' });
    expect(await kept()).toMatchObject({ account: { username: 'opencall' } });
  });

  it('not where X cannot be reached, or nothing is pasted', async () => {
    const away = signIn({
      endpoint: createTokenEndpoint({ apiUrl: 'http://127.0.0.1:9', clientId: 'a', clientSecret: null, clock }),
    });
    await fetch(await pressAtSimulator(await shownAddress()));
    expect(await away).toMatchObject({ outcome: 'x-away' });
    input = new PassThrough();
    const ended = signIn({ callbackUrl: 'https://call.example/back' });
    input.end();
    expect(await ended).toEqual({ outcome: 'nobody-came' });
  });
});

describe('what X sends back with', () => {
  const attempt = beginSignIn({
    ...{ authorizeUrl: 'https://x.example/authorize', clientId: 'app', callbackUrl: 'http://127.0.0.1:4610/' },
  });

  it('is an answer only with the state of the attempt, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (text) => {
        expect(['no-answer', 'not-ours']).toContain(readCallback(text, attempt).outcome);
        const query = new URLSearchParams({ code: text, state: text });
        expect(['no-answer', 'not-ours']).toContain(readCallback(`/?${query}`, attempt).outcome);
      }),
    );
  });

  it('is read whatever the code is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (code) => {
        const query = new URLSearchParams({ code, state: attempt.state });
        const expected = { outcome: 'allowed', code: new URLSearchParams(query).get('code') };
        expect(readCallback(`http://127.0.0.1:4610/?${query}`, attempt)).toEqual(expected);
        expect(readCallback(`http://127.0.0.1:4611/?${query}`, attempt)).toEqual({ outcome: 'no-answer' });
      }),
    );
  });

  it('is shown without what would move the cursor of a terminal', () => {
    const query = new URLSearchParams({
      error: 'server_error',
      error_description: 'a\u001b[2Jb\r\nc',
      state: attempt.state,
    });
    expect(readCallback(`/?${query}`, attempt)).toEqual({ outcome: 'refused', reason: 'a [2Jb c' });
  });
});
