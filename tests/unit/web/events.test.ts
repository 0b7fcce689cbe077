import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EventKind } from '../../../src/requests/index.ts';
import type { ThreadView } from '../../../src/web/api/contract.ts';
import { createEventHub } from '../../../src/web/api/event-hub.ts';
import { createFollowerStream, MOST_BEHIND } from '../../../src/web/api/follower-stream.ts';
import { followEvents } from './follow-events.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

describe('a page that follows', () => {
  it('hears what happens, and nothing of before', async () => {
    await web.ask({}, 'prompt-screened');
    const page = await followEvents(web.browser());
    expect(page.response.headers.get('content-type')).toContain('text/event-stream');
    expect(page.response.headers.get('cache-control')).toBe('no-store');
    const { id } = await web.ask();
    await until(() => expect(page.of(id)).toHaveLength(1));
    await web.happen(id, 'prompt-screened');
    await until(() =>
      expect(page.of(id).at(-1)).toEqual({ event: 'request', data: { id, state: 'in-review', version: 2 } }),
    );
    expect(new Set(page.heard.map(({ data }) => data.id))).toEqual(new Set([id]));
    await page.hangUp();
  });

  it('hears of a thread when anything in it changes', async () => {
    const author = web.browser();
    const { body } = await author.post<ThreadView>({ text: 'hello' });
    const page = await followEvents(web.browser());
    await web.browser().post({ text: 'hi', inReplyTo: body.post.id });
    await until(() => expect(page.heard).toEqual([{ event: 'thread', data: { id: body.post.id } }]));
    await author.send('DELETE', `/api/room/posts/${body.post.id}`);
    await until(() => expect(page.heard).toHaveLength(2));
    await page.hangUp();
  });

  it('hears of claims only as a curator', async () => {
    const curator = await web.signIn();
    const [desk, room] = await Promise.all([followEvents(curator), followEvents(web.browser())]);
    const { id } = await web.ask({}, 'prompt-screened');
    await curator.send('POST', `/api/desk/requests/${id}`, { action: 'claim' });
    await until(() => expect(desk.heard.some(({ event }) => event === 'desk')).toBe(true));
    await web.happen(id, 'escalated');
    await until(() => expect(room.of(id).at(-1)?.data).toMatchObject({ version: 3 }));
    expect(room.heard.some(({ event }) => event === 'desk')).toBe(false);
    await Promise.all([desk.hangUp(), room.hangUp()]);
  });
});

describe('a page that was away', () => {
  it('hears each thing it missed once, whoever else was there', async () => {
    const steps: EventKind[] = ['prompt-screened', 'approved', 'generation-started', 'shot-intended', 'shot-started'];
    for (const others of [0, 2]) {
      const first = await followEvents(web.browser());
      const before = await web.ask();
      await until(() => expect(first.of(before.id)).toHaveLength(1));
      await first.hangUp();
      const stayed = await Promise.all(Array.from({ length: others }, () => followEvents(web.browser())));
      const missed = await web.ask({}, ...steps);
      const { body } = await web.browser().post<ThreadView>({ text: 'meanwhile' });
      const back = await followEvents(web.browser(), first.state.id);
      const after = await web.ask();
      await until(() => expect(back.of(after.id)).toHaveLength(1));
      expect(back.of(before.id)).toEqual([]);
      expect(back.of(missed.id)).toEqual([
        { event: 'request', data: { id: missed.id, state: 'generating', version: 6 } },
      ]);
      expect(back.of(body.post.id)).toHaveLength(1);
      for (const page of stayed) await until(() => expect(page.of(after.id)).toHaveLength(1));
      await Promise.all([back, ...stayed].map((page) => page.hangUp()));
    }
  });

  it('misses nothing and hears nothing twice while much happens and it comes and goes', async () => {
    const versions: number[] = [];
    const browser = web.browser();
    let page = await followEvents(browser);
    const { id } = await web.ask(
      {},
      'prompt-screened',
      'approved',
      'generation-started',
      'shot-intended',
      'shot-started',
    );
    const happening = (async () => {
      for (let step = 1; step <= 60; step += 1)
        await web.happen(id, { kind: 'shot-progressed', shot: 0, progress: step / 60 });
    })();
    let done = false;
    void happening.then(() => {
      done = true;
    });
    while (!done) {
      await until(() => expect(done || page.of(id).length > 0).toBe(true));
      const other = await followEvents(web.browser());
      await page.hangUp();
      versions.push(...page.of(id).map(({ data }) => Number(data.version)));
      page = await followEvents(browser, page.state.id);
      await other.hangUp();
    }
    const last = (await web.found(id)).version;
    await until(() => expect(page.of(id).at(-1)?.data.version ?? versions.at(-1)).toBe(last));
    versions.push(...page.of(id).map(({ data }) => Number(data.version)));
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    await page.hangUp();
  });

  it.each(['nonsense', 'WyI5OTk5LTEiLCIwLTAiXQ', `${'a'.repeat(300)}.sig`])(
    'starts from now with a cursor that we did not write: %s',
    async (cursor) => {
      const page = await followEvents(web.browser(), cursor);
      const { id } = await web.ask();
      await until(() =>
        expect(page.heard).toEqual([{ event: 'request', data: { id, state: 'received', version: 1 } }]),
      );
      await page.hangUp();
    },
  );
});

describe('the hub', () => {
  const feeds = (entries: number) => {
    const state = { entries, beforeRead: () => {} };
    const news = new Set<() => void>();
    const read = async (after: string, limit: number) => {
      state.beforeRead();
      const from = Number(after);
      const page = Array.from({ length: Math.min(limit, state.entries - from) }, (_, index) => entry(from + index));
      return { entries: page, cursor: String(from + page.length) };
    };
    const onNews = (callback: () => void) => {
      news.add(callback);
      return () => void news.delete(callback);
    };
    return {
      history: { end: async () => String(state.entries), read, onNews },
      roomPosts: {
        end: async () => '0',
        events: async () => ({ events: [], cursor: '0' }),
        find: async () => null,
        onNews,
      },
      ...{ news, state },
    };
  };
  const entry = (version: number) =>
    ({
      requestId: `r${version}`,
      version,
      at: '',
      from: null,
      to: 'received',
      actor: null,
      event: { kind: 'asked' },
    }) as const;
  const hubOf = (entries: number, heartbeatMs = 60_000) => {
    const { history, roomPosts, news, state } = feeds(entries);
    const writeCursor = ({ history: cursor }: { history: string }) => cursor;
    return { hub: createEventHub({ history, roomPosts, writeCursor, heartbeatMs, onError: () => {} }), news, state };
  };
  const followerOf = () => {
    const sent: string[] = [];
    return { curator: false, sent, send: (text: string) => void sent.push(text), end: () => void sent.push('END') };
  };

  it('lets a page that read ahead of it join without a gap and without an echo', async () => {
    const { hub, news, state } = hubOf(0);
    const [stayed, back] = [followerOf(), followerOf()];
    const told = ({ sent }: typeof back) => sent.join('').match(/(?<="id":")r\d+/g);
    await hub.join(stayed, null);
    // Nobody has told the hub of these yet.
    state.entries = 3;
    await hub.join(back, { history: '1', room: '0' });
    expect(told(back)).toEqual(['r1', 'r2']);
    expect(told(stayed)).toEqual(['r0', 'r1', 'r2']);
    state.entries = 4;
    for (const tell of news) tell();
    await until(() => expect(told(stayed)?.at(-1)).toBe('r3'));
    expect(told(back)).toEqual(['r1', 'r2', 'r3']);
    await hub.close();
  });

  it('tells a page once what happens while it catches up', async () => {
    const { hub, state } = hubOf(0);
    const [stayed, back] = [followerOf(), followerOf()];
    await hub.join(stayed, null);
    let reads = 0;
    state.beforeRead = () => {
      reads += 1;
      // The hub has read to the end, and the page has not begun to.
      if (reads === 2) state.entries = 2;
    };
    await hub.join(back, { history: '0', room: '0' });
    for (const page of [stayed, back]) expect(page.sent.join('').match(/"r\d+"/g)).toEqual(['"r0"', '"r1"']);
    await hub.close();
  });

  it('tells a page that missed too much to read everything again', async () => {
    const { hub } = hubOf(5000);
    const follower = followerOf();
    await hub.join(follower, { history: '0', room: '0' });
    expect(follower.sent.slice(-2)).toEqual(['event: reset\ndata: {}\n\n', 'id: 5000\n\n']);
    await hub.close();
  });

  it('gives a sign of life, and ends everything when it closes', async () => {
    const { hub, news } = hubOf(0, 5);
    const follower = followerOf();
    await hub.join(follower, null);
    await until(() => expect(follower.sent.filter((text) => text.startsWith(':')).length).toBeGreaterThan(1));
    await hub.close();
    expect(follower.sent.at(-1)).toBe('END');
    expect(news.size).toBe(0);
  });
});

describe('the server', () => {
  it('lets one visitor have so many pages and no more', async () => {
    const browser = web.browser();
    await browser.get('/api/me');
    const pages = await Promise.all(Array.from({ length: 12 }, () => followEvents(browser)));
    expect(await browser.get('/api/events')).toMatchObject({ status: 429, body: { code: 'too-many-open' } });
    await pages.pop()?.hangUp();
    await until(async () => {
      const again = await followEvents(browser);
      expect(again.response.status).toBe(200);
      await again.hangUp();
    });
    await Promise.all(pages.map((page) => page.hangUp()));
  });

  it('cuts off a page that does not read', async () => {
    const { stream, follower } = createFollowerStream(false);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    for (let sent = 0; sent <= MOST_BEHIND; sent += 1024) follower.send('x'.repeat(1024));
    await closed;
    expect(stream.destroyed).toBe(true);
    follower.send('too late');
    follower.end();
  });

  it('closes though pages follow and connections are kept open', async () => {
    const beside = await openTestWeb({}, web);
    const page = await followEvents(beside.browser());
    await beside.browser().get('/api/health');
    const before = performance.now();
    await beside.close();
    expect(performance.now() - before).toBeLessThan(2500);
    await until(() => expect(page.state.ended).toBe(true));
  });
});
