import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServedServers } from '../../../src/bots/discord/servers/served-servers.ts';
import { createDiscordSignIn } from '../../../src/bots/discord/signing-in/discord-sign-in.ts';
import { startForgetting } from '../../../src/bots/forget-members.ts';
import type { MemberData } from '../../../src/bots/member-data.ts';
import { platformsOf } from '../../../src/bots/platforms.ts';
import { createRoomPlatform } from '../../../src/bots/room/room-platform.ts';
import { createXSignIn } from '../../../src/bots/x/signing-in/x-sign-in.ts';
import { hashToken } from '../../../src/moderation/curation/hash-token.ts';
import type { Member } from '../../../src/requests/index.ts';
import type { Store } from '../../../src/store/store.ts';
import type { ProblemView, RequestView, ThreadView, VisitorView } from '../../../src/web/api/contract.ts';
import type { JoinCodeView } from '../../../src/web/api/contract-of-joining.ts';
import type { DeletedView, MineView, OwnRequestsPage } from '../../../src/web/api/contract-of-mine.ts';
import { create, endAllWork, someAsked } from '../../contracts/store-samples.ts';
import { DELIVERED } from '../../contracts/vote-store.ts';
import { waitUntil } from '../../services.ts';
import type { TestBrowser } from './browser.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
let base: TestWeb;
beforeAll(async () => {
  base = await openTestWeb();
  web = await openTestWeb({ signIns: signInsOf(base.store) }, base);
});
afterAll(async () => {
  await web.close();
  await base.close();
});

const clock = () => new Date();

/** As they are where nobody is asked: those in here have signed in already. */
function signInsOf({ discordServers, x: records }: Store) {
  const nowhere = { clientSecret: 'none', apiUrl: 'http://127.0.0.1:9', authorizeUrl: 'http://127.0.0.1:9' };
  const servers = createServedServers({ store: discordServers, named: [] });
  return [
    createDiscordSignIn({ ...nowhere, token: 'none', servers }),
    createXSignIn({ ...nowhere, clientId: 'none', records, dailyDollars: 5, clock }),
  ];
}
const picture = () => new Blob([Buffer.from(`\x89PNG ${randomUUID()}`, 'latin1')], { type: 'image/png' });

/** A browser of somebody who has shown to be a member of Discord. */
async function signedInAs(member: Member, browser = web.browser()): Promise<TestBrowser> {
  const session = randomUUID();
  await web.store.memberSessionStore.add(hashToken(session), member, '2999-01-01T00:00:00.000Z');
  browser.cookies.set(`open-call-member-${member.platform}`, session);
  return browser;
}

const aMember = (name = 'Mina', platform = 'discord'): Member => ({ platform, id: randomUUID(), name });
const requestsOf = async (browser: TestBrowser, platform = 'room', query = '', headers = {}) =>
  (await browser.get<OwnRequestsPage>(`/api/mine/${platform}/requests${query}`, headers)).body;

/** Somebody who asked for something in the room. */
async function asker(text = '@opencall a boat') {
  const browser = web.browser();
  const { body } = await browser.post<ThreadView>({ text, picture: picture() });
  const request = await web.askBy(body, 'prompt-screened');
  return { browser, request, body };
}

describe('what one asked for', () => {
  it('is told with how it stands, in the language of the page, with appeals and their answers', async () => {
    const { browser, request } = await asker();
    const noor = await web.signIn('Noor');
    await noor.send('POST', `/api/desk/requests/${request.id}`, { action: 'decline', reason: 'off-topic' });
    const [declined] = (await requestsOf(browser, 'room', '', { 'accept-language': 'ar' })).requests;
    expect(declined).toMatchObject({ id: request.id, state: 'declined', canAppeal: true, appeal: null });
    expect(declined?.status).toMatch(/\p{Script=Arabic}/u);
    expect(declined?.theme?.ar).toMatch(/\p{Script=Arabic}/u);
    expect(declined?.pictureUrl).not.toBeNull();
    await browser.send('POST', `/api/requests/${request.id}/appeal`, { words: 'for a play' });
    const [appealed] = (await requestsOf(browser)).requests;
    expect(appealed).toMatchObject({
      canAppeal: false,
      appeal: { words: 'for a play', outcome: 'waiting', note: null },
    });
    const sam = await web.signIn('Sam');
    await sam.send('POST', `/api/desk/requests/${request.id}`, { action: 'dismiss-appeal', note: 'It stays' });
    const [dismissed] = (await requestsOf(browser)).requests;
    expect(dismissed?.appeal).toMatchObject({ outcome: 'dismissed', note: 'It stays' });
    expect(JSON.stringify(dismissed)).not.toMatch(/Noor|Sam/);
  });

  it('comes page by page, newest first', async () => {
    const browser = web.browser();
    await browser.get('/api/me');
    const member = aMember();
    await signedInAs(member, browser);
    for (let place = 0; place < 23; place += 1) {
      await web.ask({ requester: member, prompt: `boat ${place}`, askedAt: `2026-11-01T00:00:${10 + place}.000Z` });
    }
    const first = await requestsOf(browser, 'discord');
    const second = await requestsOf(browser, 'discord', '?offset=20');
    expect([first.total, first.requests.length, second.requests.length]).toEqual([23, 20, 3]);
    expect(first.requests[0]?.prompt).toBe('boat 22');
    expect(second.requests.at(-1)?.prompt).toBe('boat 0');
    expect((await browser.get<MineView>('/api/mine')).body.selves).toMatchObject([
      { platform: 'room', asked: 0 },
      { platform: 'discord', name: 'Mina', asked: 23, deleting: false },
    ]);
  });

  it('is withdrawn by its requester alone, and its clip taken down', async () => {
    const member = aMember();
    const browser = await signedInAs(member);
    const open = await web.ask({ requester: member }, 'prompt-screened');
    const made = await web.ask({ requester: member }, ...deliveredWith(await web.keepClip()));
    const withdraw = (by: TestBrowser, id: string) =>
      by.send<RequestView & ProblemView>('POST', `/api/requests/${id}/withdraw`);
    const stranger = await signedInAs(aMember('Mallory'));
    for (const { id } of [open, made]) {
      expect((await withdraw(stranger, id)).body.code).toBe('not-yours');
      expect((await withdraw(await web.signIn('Noor'), id)).body.code).toBe('not-yours');
      expect((await withdraw(browser, id)).status).toBe(200);
    }
    expect((await web.found(open.id)).state).toBe('withdrawn');
    expect((await web.found(made.id)).state).toBe('removed');
    expect((await withdraw(browser, made.id)).body.code).toBe('too-late-to-withdraw');
    const { browser: visitor, request, body } = await asker();
    expect((await withdraw(visitor, request.id)).body.state).toBe('withdrawn');
    expect((await web.store.roomPosts.find(body.post.id))?.removed).toBe(true);
  });

  it('is nobody else’s to see: neither requests, pictures, the file nor the deleting', async () => {
    const member = aMember();
    const mine = await signedInAs(member);
    const kept = await web.keep('a picture of mine', 'image/png');
    const request = await web.ask(
      { requester: member, prompt: 'canary boat', picture: kept },
      { kind: 'prompt-screened', verdict: { outcome: 'refuse', findings: [], screenedBy: ['rules@1'] } },
    );
    const url = (await requestsOf(mine, 'discord')).requests[0]?.pictureUrl ?? '';
    expect((await mine.ask('GET', url)).status).toBe(200);
    const stranger = await signedInAs(aMember('Mallory'));
    const visitor = web.browser();
    const forged = web.browser();
    forged.cookies.set('open-call-member-discord', randomUUID());
    for (const other of [stranger, visitor, forged]) {
      expect((await other.ask('GET', url)).status).toBe(404);
      expect((await other.get(`/api/requests/${request.id}`)).status).toBe(404);
      const file = await other.get<string>('/api/mine/discord/export');
      expect(JSON.stringify(file.body)).not.toContain('canary');
    }
    expect((await requestsOf(stranger, 'discord')).total).toBe(0);
    for (const other of [visitor, forged]) {
      for (const [method, path] of [
        ['GET', '/api/mine/discord/requests'],
        ['GET', '/api/mine/discord/export'],
        ['DELETE', '/api/mine/discord'],
      ] as const) {
        expect((await other.send(method, path)).status).toBe(404);
      }
    }
    await stranger.send('DELETE', '/api/mine/discord');
    expect((await web.found(request.id)).prompt).toBe('canary boat');
    // Whoever is signed in elsewhere too is nobody here by that.
    const onX = await signedInAs({ ...member, platform: 'x' });
    for (const platform of ['discord', 'x'])
      expect(JSON.stringify((await onX.get(`/api/mine/${platform}/export`)).body)).not.toContain('canary');
    for (const path of ['/api/mine/x/export', '/api/mine/%2e%2e/export', '/api/mine/room:1/export']) {
      expect((await mine.get(path)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await mine.send('DELETE', '/api/mine/discord/session')).status).toBe(204);
    expect((await mine.get('/api/mine/discord/requests')).status).toBe(404);
  });
});

describe('everything that is kept of one', () => {
  it('comes as a file, and is not handed out or deleted for another site', async () => {
    const { browser, request } = await asker('@opencall a canary');
    const theirs = await web.ask({}, ...deliveredWith(await web.keepClip()));
    await browser.send('PUT', `/api/clips/${theirs.id}/vote`);
    await browser.send('POST', `/api/clips/${theirs.id}/view`);
    await browser.post({ text: 'a word beside' });
    const answer = await browser.get<MemberData>('/api/mine/room/export');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="open-call.json"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({
      requests: [{ id: request.id, prompt: 'a canary', history: [{ event: 'asked' }, { event: 'prompt-screened' }] }],
      votes: [{ target: { kind: 'clip', id: theirs.id } }],
      views: [{ clipId: theirs.id }],
      posts: [{ text: '@opencall a canary' }, { text: 'a word beside' }],
    });
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const [method, path] of [
      ['DELETE', '/api/mine/room'],
      ['DELETE', '/api/mine/discord/session'],
      ['POST', `/api/requests/${request.id}/withdraw`],
    ] as const) {
      expect(await browser.send(method, path, undefined, foreign)).toMatchObject({ body: { code: 'foreign-page' } });
    }
    expect((await web.found(request.id)).state).toBe('in-review');
  });

  it('is really deleted: rows, files, answers and who one was', async () => {
    const { browser, request, body } = await asker('@opencall a heron');
    const made = await web.askBy(
      (await browser.post<ThreadView>({ text: '@opencall a second heron' })).body,
      ...deliveredWith(await web.keepClip()),
    );
    const theirs = await web.ask({}, ...deliveredWith({ ...(await web.keepClip()), caption: 'not theirs' }));
    await browser.send('PUT', `/api/clips/${theirs.id}/vote`);
    const bot = createRoomPlatform({
      posts: web.store.roomPosts,
      cursors: web.store.cursors,
      beginning: web.store.history.beginning,
      clock,
      onError: (error) => expect.unreachable(String(error)),
    });
    const inReplyTo = { platform: 'room', channel: 'room', id: body.post.id };
    await bot.publish({
      kind: 'answer',
      key: randomUUID(),
      inReplyTo,
      locale: 'en',
      text: 'You asked for a heron',
      video: null,
      requestId: null,
    } as never);
    const before = (await browser.get<VisitorView>('/api/me')).body.name;
    const data = (await browser.get<MemberData>('/api/mine/room/export')).body;
    const hash = data.requests.find(({ id }) => id === request.id)?.picture?.sha256 ?? '';
    expect(await web.files.stat(hash)).not.toBeNull();

    const deleted = await browser.send<DeletedView>('DELETE', '/api/mine/room');
    expect(deleted).toMatchObject({ status: 200, body: { count: 3 } });
    expect((await browser.get<VisitorView>('/api/me')).body.name).not.toBe(before);
    expect((await web.found(request.id)).state).toBe('withdrawn');
    expect((await web.found(made.id)).state).toBe('removed');
    const forgetting = startForgetting(
      {
        ...web.store,
        platforms: platformsOf([bot]),
        files: web.files,
        clock,
        onError: (error) => expect.unreachable(String(error)),
      },
      20,
    );
    try {
      await endAllWork(web.store);
      await waitUntil(async () => (await web.store.forgetting.waiting()).length === 0, 'the forgetting');
    } finally {
      await forgetting.close();
    }
    const left = JSON.stringify([
      await web.found(request.id),
      await web.found(made.id),
      await web.store.requests.histories([request.id, made.id]),
      await web.store.roomPosts.threads({ before: null, limit: 100, author: null }),
    ]);
    expect(left).not.toMatch(/heron/);
    expect(left).not.toContain(data.member.id);
    expect(await web.files.stat(hash)).toBeNull();
    expect((await web.found(theirs.id)).state).toBe('delivered');
    expect(await web.store.votes.castBy(`room:${data.member.id}`)).toEqual([]);
    expect(web.log.join('')).not.toContain('heron');
  });
});

describe('accounts that one joins', () => {
  const join = (browser: TestBrowser, code: string, platform = 'room') =>
    browser.send<ProblemView>('POST', `/api/mine/${platform}/joined`, { code });
  const offer = async (browser: TestBrowser) =>
    (await browser.send<JoinCodeView>('POST', '/api/mine/room/join-code', {})).body.code;

  it('are one voter, who sees it and can undo it, and look into neither', async () => {
    const member = aMember('Mina on Discord');
    const [here, there] = [web.browser(), await signedInAs(member)];
    await here.get('/api/me');
    expect((await join(there, await offer(here), 'discord')).status).toBe(200);
    const { selves, canJoinX } = (await here.get<MineView>('/api/mine')).body;
    expect([selves.length, canJoinX]).toEqual([1, true]);
    expect(selves[0]?.joined).toMatchObject([{ platform: 'discord', name: 'Mina on Discord' }]);
    expect((await here.get<MemberData>('/api/mine/room/export')).body.joined).toMatchObject([{ member }]);
    expect((await here.get('/api/mine/discord/requests')).status).toBe(404);

    const [theirs, own] = [
      await create(web.store, someAsked(), ...DELIVERED),
      await create(web.store, someAsked({ requester: member }), ...DELIVERED),
    ];
    await web.store.votes.cast({ kind: 'clip', id: theirs.id }, `discord:${member.id}`, '2026-11-26T00:00:00.000Z');
    const voted = await here.send<{ votes: number; voted: boolean }>('PUT', `/api/clips/${theirs.id}/vote`);
    expect(voted.body).toMatchObject({ votes: 1, voted: true });
    const refused = await here.send<ProblemView>('PUT', `/api/clips/${own.id}/vote`);
    expect([refused.status, refused.body.code]).toEqual([403, 'own-request']);
    expect((await here.send('DELETE', '/api/mine/room/joined')).status).toBe(204);
    expect((await here.get<MineView>('/api/mine')).body.selves[0]?.joined).toEqual([]);
    expect((await here.send<{ votes: number }>('PUT', `/api/clips/${theirs.id}/vote`)).body.votes).toBe(2);
  });

  it('take a code that is right, in time and from elsewhere, and no guesses', async () => {
    const [here, there] = [web.browser(), web.browser()];
    const code = await offer(here);
    const codeOf = async (answer: Promise<{ body: ProblemView }>) => (await answer).body.code;
    expect(await codeOf(join(there, 'AAAAA-AAAAA'))).toBe('join-code-unknown');
    expect(await codeOf(join(here, code))).toBe('join-code-own');
    expect((await join(there, code.toLowerCase().replace('-', ' '))).status).toBe(200);
    expect(await codeOf(join(there, await offer(here)))).toBe('joined-before');
    for (let time = 0; time < 7; time += 1) await join(there, 'AAAAA-AAAAA');
    expect(await codeOf(join(there, await offer(here)))).toBe('join-tries');
    expect(web.log.join('')).not.toContain(code);
  });
});
