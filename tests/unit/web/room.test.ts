import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestEvent } from '../../../src/requests/index.ts';
import type { ProblemView, ThreadPage, ThreadView } from '../../../src/web/api/contract.ts';
import type { RoomInfo } from '../../../src/web/api/contract-of-room.ts';
import { aVerdict } from '../../samples/requests.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

const PNG = Buffer.from('\x89PNG\r\n\x1a\n a small picture', 'latin1');
const picture = (bytes: Buffer<ArrayBuffer> | string, name = 'boat.png') =>
  new File([bytes], name, { type: 'image/png' });

it('says what can be asked for', async () => {
  const { body } = await web.browser().get<RoomInfo>('/api/room');
  expect(body).toMatchObject({
    call: { id: 'standing', theme: { en: 'Anything small and kind' }, closesAt: null },
    engine: { id: 'storyboard', storyboard: true, maxSeconds: 60, sounds: ['none', 'ambience', 'narration'] },
    promptLimit: 600,
    picture: { maxBytes: 10 * 1024 * 1024 },
  });
});

describe('a post', () => {
  it('is kept at once, with the mention as the bot knows it', async () => {
    const { status, body } = await web
      .browser()
      .post<ThreadView>({ text: ' hey @OpenCall, a\0 boat\r\n‮evil ', locale: 'ar' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      post: { text: 'hey @opencall, a boat\nevil', locale: 'ar', kind: 'post', mine: true },
      answers: [],
    });
    const { events } = await web.store.roomPosts.events(web.store.history.beginning, 100);
    expect(events.at(-1)).toMatchObject({ kind: 'posted', post: { id: body.post.id, author: { platform: 'room' } } });
  });

  it.each([
    ['empty', '   ', 'text-empty'],
    ['of nothing to be seen', '\0‮', 'text-empty'],
    ['too long', 'a'.repeat(2001), 'text-too-long'],
  ])('%s is not taken', async (_, text, code) => {
    expect(await web.browser().post<ProblemView>({ text })).toMatchObject({
      status: 400,
      body: { code, field: 'text' },
    });
  });

  it('may be 2,000 graphemes long, however many bytes they take', async () => {
    const { status, body } = await web.browser().post<ThreadView>({ text: '👩‍👩‍👧‍👦'.repeat(2000) });
    expect([status, body.post.text.length]).toEqual([200, 22_000]);
  });

  it('answers a thread, also by answering one of its answers', async () => {
    const asker = web.browser();
    const { body: first } = await asker.post<ThreadView>({ text: '@opencall a boat' });
    const { body: second } = await web.browser().post<ThreadView>({ text: 'nice', inReplyTo: first.post.id });
    const answer = second.answers[0]?.id ?? '';
    const { body: third } = await asker.post<ThreadView>({ text: 'thanks', inReplyTo: answer });
    expect(third.post.id).toBe(first.post.id);
    expect(third.answers.map(({ text, mine }) => [text, mine])).toEqual([
      ['nice', false],
      ['thanks', true],
    ]);
    const missing = await asker.post<ProblemView>({ text: 'hm', inReplyTo: 'nothing' });
    expect(missing).toMatchObject({ status: 400, body: { code: 'no-such-post', field: 'inReplyTo' } });
  });

  it('has a thread of its own where it asks for a clip anew, which it names or answers', async () => {
    const asker = web.browser();
    const { body: thread } = await asker.post<ThreadView>({ text: '@opencall a boat' });
    const { id } = await web.askBy(thread, ...deliveredWith(await web.keepClip()));
    const clip = await web.store.roomPosts.add({
      ...{
        author: { platform: 'room', id: 'bot', name: 'bot' },
        kind: 'clip',
        text: 'Here',
        locale: 'en',
        picture: null,
      },
      ...{
        video: null,
        inReplyTo: thread.post.id,
        requestId: id,
        key: `clip-${id}`,
        postedAt: new Date().toISOString(),
      },
    });
    const remixOf = async (form: { text: string; inReplyTo?: string; remixOf?: string }) => {
      const { body } = await asker.post<ThreadView>(form);
      return [body.post.text, (await web.store.roomPosts.find(body.post.id))?.remixOf];
    };
    const answer = '@opencall the same, at night';
    expect(await remixOf({ text: answer, inReplyTo: clip.id })).toEqual([answer, id]);
    expect(await remixOf({ text: '@opencall a ship', remixOf: id })).toEqual(['@opencall a ship', id]);
    expect(await remixOf({ text: 'how nice', inReplyTo: clip.id })).toEqual(['@opencall a boat', undefined]);
    const { id: waiting } = await web.ask();
    for (const missing of [waiting, 'nothing']) {
      const refused = await asker.post<ProblemView>({ text: '@opencall a ship', remixOf: missing });
      expect(refused).toMatchObject({ status: 400, body: { code: 'no-such-clip', field: 'remixOf' } });
    }
  });

  it('is edited and taken back by its author', async () => {
    const browser = web.browser();
    const { body } = await browser.post<ThreadView>({ text: '@opencall a boat' });
    const url = `/api/room/posts/${body.post.id}`;
    const edited = await browser.send<ThreadView>('PATCH', url, { text: '@OPENCALL a ship' });
    expect(edited.body.post).toMatchObject({ text: '@opencall a ship', edited: true });
    expect((await browser.send('DELETE', url)).status).toBe(204);
    expect((await browser.send('DELETE', url)).status).toBe(404);
    const after = await browser.get<ThreadView>(`/api/room/threads/${body.post.id}`);
    expect(after.body.post).toMatchObject({ removed: true, text: '' });
  });
});

describe('a picture', () => {
  it('comes with a post and is shown to everybody as long as the post is up', async () => {
    const browser = web.browser();
    const { body } = await browser.post<ThreadView>({ text: '@opencall move it', picture: picture(PNG) });
    const url = body.post.pictureUrl ?? '';
    const seen = await web.browser().ask('GET', url);
    expect(seen.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(PNG);
    await browser.send('DELETE', `/api/room/posts/${body.post.id}`);
    expect((await web.browser().get(url)).status).toBe(404);
  });

  it.each([
    ['that is none', 'hello', 415, 'picture-not-readable'],
    ['with too many pixels', 'bomb', 413, 'picture-too-many-pixels'],
  ])('%s is told so', async (_, bytes, status, code) => {
    const answer = await web
      .browser()
      .post<ProblemView>({ text: 'x', picture: picture(bytes) }, { 'accept-language': 'ar' });
    expect(answer).toMatchObject({
      status,
      body: { code, field: 'picture', message: expect.stringMatching(/\p{Script=Arabic}/u) },
    });
  });

  it.each([
    ['declared as too large', 12 * 1024 * 1024],
    ['a little too large', 10 * 1024 * 1024 + 1],
  ])('%s is answered and not a broken line', async (_, bytes) => {
    const answer = await web.browser().post<ProblemView>({ text: 'x', picture: picture(Buffer.alloc(bytes)) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'picture-too-large', field: 'picture' } });
  });

  it('without end is cut off at the limit', async () => {
    const boundary = 'b';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="picture"; filename="a.png"\r\n\r\n`;
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? Buffer.from(head) : Buffer.alloc(1024 * 1024));
        sent += 1;
        if (sent === 16) controller.enqueue(Buffer.from(`\r\n--${boundary}--\r\n`));
        if (sent === 16) controller.close();
      },
    });
    const init = { body, duplex: 'half', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
    const answer = await web.browser().ask('POST', '/api/room/posts', init as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'picture-too-large' });
  });

  it('comes alone', async () => {
    const form = new FormData();
    form.set('text', 'two');
    for (const name of ['a', 'b']) form.append('picture', picture(PNG, name));
    const answer = await web.browser().ask('POST', '/api/room/posts', { body: form });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'one-picture' });
  });

  it('whose sender goes away leaves the server well', async () => {
    const gone = new AbortController();
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(
          Buffer.from('--b\r\ncontent-disposition: form-data; name="picture"; filename="a.png"\r\n\r\n'),
        );
        gone.abort();
      },
    });
    const init = {
      body,
      duplex: 'half',
      signal: gone.signal,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    };
    await expect(web.browser().ask('POST', '/api/room/posts', init as RequestInit)).rejects.toThrow();
    expect((await web.browser().get('/api/health')).status).toBe(200);
  });
});

describe('threads', () => {
  it('come newest first, page by page, and one’s own alone', async () => {
    const browser = web.browser();
    for (let each = 0; each < 25; each += 1) await browser.post({ text: `number ${each}` });
    await web.browser().post({ text: 'of somebody else' });
    const first = await browser.get<ThreadPage>('/api/room/threads?mine=true');
    expect(first.body.threads.map(({ post }) => post.text)).toEqual(
      Array.from({ length: 20 }, (_, i) => `number ${24 - i}`),
    );
    const second = await browser.get<ThreadPage>(`/api/room/threads?mine=true&before=${first.body.before}`);
    expect(second.body.threads.map(({ post }) => post.text)).toEqual([4, 3, 2, 1, 0].map((i) => `number ${i}`));
    expect(second.body.before).toBeNull();
    expect((await browser.get<ThreadPage>('/api/room/threads')).body.threads[0]?.post.text).toBe('of somebody else');
  });

  it('carry the request that a post became', async () => {
    const asker = web.browser();
    const { body } = await asker.post<ThreadView>({ text: '@opencall a boat' });
    const request = await web.askBy(body, 'prompt-screened', 'approved');
    const url = `/api/room/threads/${body.post.id}`;
    expect((await asker.get<ThreadView>(url)).body.request).toMatchObject({
      ...{ id: request.id, state: 'approved', mine: true, canWithdraw: true, canVote: false, placeInLine: 0 },
      status: expect.stringContaining('next'),
    });
    expect((await web.browser().get<ThreadView>(url)).body.request).toMatchObject({
      mine: false,
      canWithdraw: false,
      canVote: true,
    });
  });

  it('show what was refused to its author only', async () => {
    const asker = web.browser();
    const { body } = await asker.post<ThreadView>({ text: '@opencall something vile', picture: picture(PNG) });
    const refused: RequestEvent = { kind: 'prompt-screened', verdict: aVerdict('refuse') };
    const { id } = await web.askBy(body, refused);
    const url = `/api/room/threads/${body.post.id}`;
    expect((await asker.get<ThreadView>(url)).body).toMatchObject({
      post: { removed: false },
      request: { state: 'refused' },
    });
    const other = await web.browser().get<ThreadView>(url);
    expect(other.body).toMatchObject({ post: { removed: true, text: '', pictureUrl: null }, request: null });
    expect((await web.browser().get(body.post.pictureUrl ?? '')).status).toBe(404);
    expect((await web.browser().get(`/api/requests/${id}`)).status).toBe(404);
    expect((await asker.get(`/api/requests/${id}`)).status).toBe(200);
  });
});
