import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskCard, RequestView } from '../../../src/web/api/contract.ts';
import type { RoomInfo } from '../../../src/web/api/contract-of-room.ts';
import type { AskedView, PlatformMoney } from '../../../src/web/api/contract-of-x.ts';
import { readPostId } from '../../../src/web/app/asked/read-post-id.ts';
import { anApproval } from '../../samples/requests.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

const DAY = new Date().toISOString().slice(0, 10);

let web: TestWeb;
let plain: TestWeb;
beforeAll(async () => {
  web = await openTestWeb({ x: { limitUsd: 1, readingStopsAtUsd: 0.75, approved: true } });
  plain = await openTestWeb({}, web);
}, 120_000);
afterAll(async () => {
  await plain.close();
  await web.close();
});

let posts = 0;
function onX(changes = {}) {
  posts += 1;
  const id = `19900000000000000${String(posts).padStart(2, '0')}`;
  return { post: { platform: 'x', channel: 'x', id }, requester: { platform: 'x', id: '7', name: 'Mina' }, ...changes };
}

describe('what was asked on X', () => {
  const look = (id: string, language = 'en') =>
    web.browser().send<AskedView>('GET', `/api/asked/x/${id}`, undefined, { 'accept-language': language });

  it('is told to whoever knows the post, in their language, without its words or its name', async () => {
    const { post } = await web.ask(onX({ prompt: 'a secret boat' }), 'prompt-screened');
    const { status, body } = await look(post.id);
    expect([status, body.state]).toEqual([200, 'in-review']);
    expect(body.status).toBe('Thank you! A curator will look at your prompt.');
    expect((await look(post.id, 'ar')).body.status).toMatch(/^[\u0600-\u06ff]/);
    expect(JSON.stringify(body)).not.toMatch(/secret|Mina/);
  });

  it('has its place in line, and its clip once it was delivered', async () => {
    const clip = await web.keepClip();
    const waiting = await web.ask(onX(), 'prompt-screened', { kind: 'approved', approval: anApproval() });
    expect((await look(waiting.post.id)).body).toMatchObject({ state: 'approved', placeInLine: 0, clip: null });
    const delivered = await web.ask(onX(), ...deliveredWith(clip));
    const { body } = await look(delivered.post.id);
    expect(body).toMatchObject({ state: 'delivered', clip: { width: clip.width } });
    expect((await fetch(`${web.url}${body.clip?.videoUrl}`)).status).toBe(200);
  });

  it('that came to nothing is told with why and how to appeal, and without what a curator wrote', async () => {
    const decline = { curator: 'Noor', at: new Date().toISOString(), reason: 'off-topic', note: 'our secret' };
    const { post } = await web.ask(onX(), 'prompt-screened', { kind: 'declined', decline });
    const { body } = await look(post.id);
    expect(body).toMatchObject({ state: 'declined', clip: null });
    expect(body.status).toMatch(/It does not fit what this call asks for\..*begin with “appeal”/);
    expect(JSON.stringify(body)).not.toMatch(/secret|Noor/);
    expect((await look(post.id, 'ar')).body.status).toContain('«اعتراض»');
    const gone = await web.ask(onX(), 'prompt-screened', { kind: 'withdrawn', by: 'platform' });
    expect((await look(gone.post.id)).body).toMatchObject({
      ...{ state: 'nothing-came', status: 'There will be no clip of this one.', clip: null },
    });
  });

  it('is not found where nobody heard it, and only by numbers', async () => {
    expect((await look('1990000000000009999')).status).toBe(404);
    expect((await look('9'.repeat(20))).status).toBe(400);
    const room = await web.ask({}, 'prompt-screened');
    expect((await look(room.id)).status).toBe(400);
  });

  it('is found by the address of a post or by its number', () => {
    const id = '1990000000000000001';
    for (const written of [
      id,
      ` ${id} `,
      `https://x.com/mina/status/${id}`,
      `x.com/mina/status/${id}?s=20`,
      `https://mobile.twitter.com/mina/status/${id}/photo/1`,
      `https://x.com/i/web/status/${id}#m`,
    ])
      expect(readPostId(written)).toBe(id);
    for (const written of ['', 'hello', 'https://x.com/mina', `https://evil.example/status/${id}`, '1'.repeat(20)])
      expect(readPostId(written)).toBeNull();
  });
});

describe('at the desk', () => {
  it('what X cost today stands beside its ceiling, and what that stops', async () => {
    const curator = await web.signIn();
    const money = async () => (await curator.send<PlatformMoney>('GET', '/api/desk/money/x')).body;
    expect(await money()).toMatchObject({ usd: 0, limitUsd: 1, readingStopsAtUsd: 0.75, stopped: 'nothing' });
    await web.store.x.addSpending(DAY, { kind: 'own-read', count: 800, microDollars: 800_000 });
    expect(await money()).toMatchObject({ usd: 0.8, stopped: 'reading' });
    await web.store.x.addSpending(DAY, { kind: 'reply', count: 20, microDollars: 200_000 });
    expect(await money()).toMatchObject({
      stopped: 'everything',
      items: [
        { kind: 'own-read', count: 800, usd: 0.8 },
        { kind: 'reply', count: 20, usd: 0.2 },
      ],
    });
    const elsewhere = await plain.signIn();
    expect((await elsewhere.send<PlatformMoney>('GET', '/api/desk/money/x')).body).toMatchObject({
      limitUsd: null,
      stopped: 'nothing',
    });
  });

  it('a card says whether X lets us answer', async () => {
    const curator = await web.signIn();
    const answerable = async (id: string) =>
      (await curator.send<DeskCard>('GET', `/api/desk/requests/${id}`)).body.answerable;
    expect(await answerable((await web.ask(onX(), 'prompt-screened')).id)).toBe('yes');
    expect(await answerable((await web.ask(onX({ unnamed: true }), 'prompt-screened')).id)).toBe('unsure');
    expect(await answerable((await web.ask({}, 'prompt-screened')).id)).toBeNull();
  });
});

describe('likes on X', () => {
  it('are shown apart from the votes of members', async () => {
    const events = deliveredWith(await web.keepClip()).slice(0, -1);
    const reply = { platform: 'x', channel: 'x', id: '1990000000000000777' };
    const { id } = await web.ask(onX(), ...events, { kind: 'reply-posted', reply });
    const view = async () => (await web.browser().send<RequestView>('GET', `/api/requests/${id}`)).body;
    expect((await view()).clip).toMatchObject({ votes: 0, likesOnX: null });
    await web.store.x.keepLikes([{ postId: reply.id, likes: 12, readAt: new Date().toISOString() }]);
    expect((await view()).clip).toMatchObject({ votes: 0, viewers: 0, likesOnX: 12 });
  });
});

describe('the room', () => {
  it('says whether one can ask on X too', async () => {
    const onXToo = async (of: TestWeb) => (await of.browser().send<RoomInfo>('GET', '/api/room')).body.onX;
    expect([await onXToo(web), await onXToo(plain)]).toEqual([true, false]);
  });
});
