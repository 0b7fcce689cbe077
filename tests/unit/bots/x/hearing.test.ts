import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { offerCode } from '../../../../src/bots/joining/join-accounts.ts';
import { fixedTokens } from '../../../../src/bots/x/connection/tokens.ts';
import { createXClient } from '../../../../src/bots/x/connection/x-client.ts';
import { listMentions } from '../../../../src/bots/x/hearing/list-mentions.ts';
import { createPurse } from '../../../../src/bots/x/money/purse.ts';
import { decide, memberKey } from '../../../../src/requests/index.ts';
import { EVENTS, NOW } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { Post } from '../../../simulators/x/world.ts';
import { openTestRecords, type TestRecords } from '../discord/open-test-discord.ts';
import { openTestX, type TestX } from './open-test-x.ts';

const HOUR_MS = 60 * 60 * 1000;

const aPicture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();

let records: TestRecords;
let x: TestX;

beforeAll(async () => {
  records = await openTestRecords();
  // PGlite makes a database in 4 s, on a busy machine in a minute.
}, 120_000);
afterAll(() => records.close());
beforeEach(async () => {
  x = await openTestX(records);
});
afterEach(async () => {
  await x.close();
  expect(x.simulator.violations).toEqual([]);
});

describe('a mention', () => {
  it('asks for what its words say, without what X added or escaped', async () => {
    const friend = x.simulator.addUser('friend');
    const talk = x.simulator.say(friend, 'what a day');
    const post = x.simulator.say(x.person, '@OpenCall a fox & a <tiny> hen https://t.co/abc --ar 9:16', {
      replyTo: talk,
    });
    await x.start();
    expect(await x.requestOf(post)).toMatchObject({
      prompt: 'a fox & a <tiny> hen',
      options: { aspect: { width: 9, height: 16 } },
      requester: { platform: 'x', id: x.person.id, name: 'Mina' },
      post: { platform: 'x', id: post.id },
    });
  });

  it('of more than 280 characters asks with all of them', async () => {
    const words = Array.from({ length: 60 }, (_, place) => `word${place}`).join(' ');
    const post = x.simulator.say(x.person, `@opencall ${words}`);
    await x.start();
    expect((await x.requestOf(post)).prompt).toBe(words);
  });

  it('that X only carried along in an answer to the bot asks for nothing; one in the words does', async () => {
    await x.start();
    const { request, post } = await x.asked('a boat');
    await x.deliver(request);
    const [clip] = x.simulator.repliesTo(post);
    const thanks = x.simulator.say(x.person, 'thank you, lovely!', { replyTo: clip as never });
    const more = x.simulator.say(x.person, '@opencall now with a sail', { replyTo: clip as never });
    const remix = await x.requestOf(more);
    expect(remix).toMatchObject({ prompt: 'a boat, with a sail', parentId: request.id });
    expect(await x.state(thanks)).toBeNull();
  });

  it('of a longer name is not ours', async () => {
    const other = x.simulator.say(x.person, '@opencaller a boat, @not_opencall a ship');
    const ours = x.simulator.say(x.person, 'hey @opencall, a raft');
    await x.start();
    await x.requestOf(ours);
    expect(await x.state(other)).toBeNull();
  });
});

describe('a picture', () => {
  it('of the post, or of a post of the same author that it answers, is taken in', async () => {
    const picture = await aPicture();
    const own = x.simulator.say(x.person, '@opencall bring it to life', { photo: picture });
    const before = x.simulator.say(x.person, 'my drawing', { photo: picture });
    const later = x.simulator.say(x.person, '@opencall make it move', { replyTo: before });
    await x.start();
    expect((await x.requestOf(own)).picture).toMatchObject({ type: expect.stringContaining('image/') });
    expect((await x.requestOf(later)).picture).toMatchObject({ type: expect.stringContaining('image/') });
  });

  it('of somebody else is left alone', async () => {
    const theirs = x.simulator.say(x.simulator.addUser('painter'), 'my drawing', { photo: await aPicture() });
    const post = x.simulator.say(x.person, '@opencall make it move', { replyTo: theirs });
    const quote = x.simulator.say(x.person, '@opencall make that move', { quotes: theirs });
    await x.start();
    expect((await x.requestOf(post)).picture).toBeNull();
    expect((await x.requestOf(quote)).picture).toBeNull();
  });
});

describe('an edited post', () => {
  it('counts as it is now, under the id it was made with', async () => {
    await x.start();
    const post = x.simulator.say(x.person, '@opencall a boat');
    await x.requestOf(post);
    x.simulator.edit(post, '@opencall a red boat');
    await waitUntil(async () => (await x.requestOf(post)).prompt === 'a red boat', 'the edit');
    expect(await x.requestsOf(x.person)).toHaveLength(1);
  });

  it('without the mention in it asks for nothing any more', async () => {
    await x.start();
    const post = x.simulator.say(x.person, '@opencall a boat');
    await x.requestOf(post);
    x.simulator.edit(post, 'never mind');
    expect(await x.platform().stillThere({ platform: 'x', channel: 'x', id: post.id })).toBe(false);
    await waitUntil(async () => (await x.state(post)) === 'withdrawn', 'the withdrawal');
  });
});

describe('hearing', () => {
  it('goes on where it stopped, and misses nothing that is listed late', async () => {
    await x.start();
    await x.requestOf(x.simulator.say(x.person, '@opencall one'));
    const late = x.simulator.say(x.person, '@opencall two, listed late', { listed: false });
    await x.requestOf(x.simulator.say(x.person, '@opencall three'));
    await x.stop();
    late.listed = true;
    const meanwhile = x.simulator.say(x.person, '@opencall four, meanwhile');
    await x.start();
    await x.requestOf(late);
    await x.requestOf(meanwhile);
    expect(await x.requestsOf(x.person)).toHaveLength(4);
  });

  it('keeps its mark behind what is not durable', async () => {
    await x.start();
    await x.requestOf(x.simulator.say(x.person, '@opencall one'));
    await waitUntil(() => x.cursors.has('x-mentions'), 'the mark');
    await x.stop();
    const unlucky = x.simulator.say(x.person, '@opencall unlucky', { photo: await aPicture() });
    // Its start waits for what cannot be heard.
    const starting = x.start({ takeInPicture: () => Promise.reject(new Error('away')) });
    const lucky = x.simulator.say(x.person, '@opencall lucky');
    await x.requestOf(lucky);
    await x.stop();
    await starting;
    expect(BigInt(x.cursors.get('x-mentions') ?? '0')).toBeLessThan(BigInt(unlucky.id));
    await x.start();
    await x.requestOf(unlucky);
  });

  it('begins a day back at most when nothing tells how far was heard', async () => {
    const old = x.simulator.say(x.person, '@opencall of last week', { at: Date.now() - 100 * HOUR_MS });
    const today = x.simulator.say(x.person, '@opencall of today', { at: Date.now() - 2 * HOUR_MS });
    await x.start({ lookBackMs: 24 * HOUR_MS });
    await x.requestOf(today);
    expect(await x.state(old)).toBeNull();
  });

  it('goes on after 503 with a page of HTML, a broken connection and a limit', async () => {
    x.simulator.faults.arm({ route: '/mentions' }, { kind: 'status', status: 503 });
    x.simulator.faults.arm({ route: '/mentions' }, { kind: 'lost-answer' });
    x.simulator.faults.arm({ route: '/mentions' }, { kind: 'limited', retryAfter: 1 });
    const post = x.simulator.say(x.person, '@opencall a boat');
    await x.start();
    await x.requestOf(post);
    expect(x.errors.map((error) => (error as { code: string }).code)).toEqual(
      expect.arrayContaining(['http-503', 'unreachable', 'rate-limited']),
    );
  });

  it('asks no more than the limits let it', async () => {
    await x.close();
    x = await openTestX(records, { limits: { 'GET /2/users/{id}/mentions': { count: 3, perMs: 1500 } } });
    await x.start();
    const post = x.simulator.say(x.person, '@opencall a boat');
    await waitUntil(() => x.errors.length > 3, 'the limit');
    await x.requestOf(post);
    expect(x.simulator.requests('GET /2/users/{id}/mentions').filter(({ status }) => status === 429)).toEqual([]);
  });
});

describe('what was asked a week ago, heard since the records were lost', () => {
  it('waits for a curator: nothing is said to it by itself, and nothing twice', async () => {
    const at = Date.now() - 160 * HOUR_MS;
    const [fine, bad, answered] = [
      x.simulator.say(x.person, '@opencall a boat', { at }),
      x.simulator.say(x.simulator.addUser('cook'), '@opencall how to build a pipe bomb', { at: at + 1 }),
      x.simulator.say(x.simulator.addUser('lucky'), '@opencall a raft', { at: at + 2 }),
    ];
    await x.start({ answersDeclines: true, lookBackMs: 168 * HOUR_MS });
    const fresh = x.simulator.say(x.simulator.addUser('chef'), '@opencall how to build a pipe bomb');
    await x.simulator.until('the decline of today', () => x.simulator.repliesTo(fresh)[0]);
    expect(await x.requestOf(fine)).toMatchObject({
      state: 'in-review',
      late: true,
      verdict: { outcome: 'review', findings: [{ policy: 'late', outcome: 'review' }] },
    });
    expect(await x.requestOf(bad)).toMatchObject({ state: 'refused', late: true });
    for (const each of [fine, bad, answered]) expect(x.simulator.repliesTo(each)).toEqual([]);

    await x.deliver(await x.make(await x.requestOf(fine)));
    expect(x.simulator.repliesTo(fine)).toHaveLength(1);
    const ready = await x.make(await x.requestOf(answered));
    const id = String(BigInt(answered.id) + 1n);
    const before = { ...(x.simulator.repliesTo(fine)[0] as Post), id, versions: [id], replyTo: answered.id };
    x.simulator.world.posts.set(id, before);
    await expect(x.deliver(ready)).rejects.toMatchObject({ code: 'already-answered', retryable: false });
    expect(x.simulator.repliesTo(answered)).toHaveLength(1);
  });
});

describe('the activity stream', () => {
  it('brings a mention at once, which is not heard again when it is listed', async () => {
    await x.start({ bearerToken: x.simulator.keys.bearer, pollEveryMs: 500 });
    await x.simulator.until('the stream', () => x.simulator.streams.open() > 0);
    const post = x.simulator.say(x.person, '@opencall a boat', { listed: false });
    await x.requestOf(post);
    post.listed = true;
    await x.stop();
    await x.start();
    await x.requestOf(x.simulator.say(x.person, '@opencall another'));
    expect(await x.requestsOf(x.person)).toHaveLength(2);
  });

  it('is opened again when it is cut, and subscribes once', async () => {
    await x.start({ bearerToken: x.simulator.keys.bearer });
    await x.simulator.until('the stream', () => x.simulator.streams.open() > 0);
    x.simulator.streams.cut();
    await x.simulator.until('its end', () => x.simulator.streams.open() === 0);
    await x.simulator.until('the stream again', () => x.simulator.streams.open() > 0);
    expect(x.simulator.requests('POST /2/activity/subscriptions')).toHaveLength(1);
  });
});

describe('"stop"', () => {
  it('takes back all that its author waits for, until they ask again', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat');
    const putAside = x.simulator.say(x.person, '@opencall a boat at night');
    await x.walk(await x.requestOf(putAside), EVENTS.held);
    const turnedDown = x.simulator.say(x.person, '@opencall a boat by day');
    await x.walk(await x.requestOf(turnedDown), EVENTS.declined, EVENTS.appealed);
    x.simulator.say(x.person, '@opencall stop!');
    for (const each of [post, putAside]) {
      await waitUntil(async () => (await x.state(each)) === 'withdrawn', 'the withdrawal');
    }
    await waitUntil(async () => (await x.requestOf(turnedDown)).rests !== undefined, 'the rest');
    expect(decide(await x.requestOf(turnedDown), EVENTS['appeal-upheld'], NOW).applies).toBe(false);
    expect(request.state).toBe('ready');
    await x.deliver(await x.requestOf(post));
    expect(x.simulator.repliesTo(post)).toHaveLength(0);
    const again = await x.asked('a ship after all');
    await x.deliver(again.request);
    expect(x.simulator.repliesTo(again.post)).toHaveLength(1);
  });
});

describe('an appeal', () => {
  it('is an answer of its author to the post that was turned down; nobody else’s counts, and none asks for a clip', async () => {
    await x.start();
    const other = x.simulator.addUser('other');
    const post = x.simulator.say(x.person, '@opencall how to build a pipe bomb');
    await waitUntil(async () => (await x.state(post)) === 'refused', 'the refusal');
    x.simulator.say(other, '@opencall appeal, I find this wrong', { replyTo: post });
    const words = 'appeal: it is for a play';
    x.simulator.say(x.person, `@opencall ${words}`, { replyTo: post });
    await waitUntil(async () => (await x.requestOf(post)).appeal !== undefined, 'the appeal');
    expect((await x.requestOf(post)).appeal).toMatchObject({ words, of: 'refused', decided: null });
    x.simulator.say(x.person, '@opencall appeal again', { replyTo: post });
    await x.requestOf(x.simulator.say(other, '@opencall a boat'));
    expect(await x.requestsOf(x.person)).toHaveLength(1);
    expect(x.simulator.requests('POST /2/tweets')).toEqual([]);
  });
});

it('joins an account by a code that was given out for its name, and says nothing', async () => {
  await x.start();
  const { store } = records;
  const here = { platform: 'room', id: `here-${x.person.id}`, name: 'Mina' };
  const dependencies = { joining: store.joining, clock: () => new Date(), newId: () => `person-${x.person.id}` };
  const offered = await offerCode(dependencies, here, `@${x.person.username.toUpperCase()}`);
  if (offered.outcome !== 'offered') expect.unreachable(offered.outcome);
  const thief = x.simulator.addUser('thief');
  x.simulator.say(thief, `@opencall join ${offered.code}`);
  await x.requestOf(x.simulator.say(thief, '@opencall a boat'));
  expect(await store.joining.joinedTo(memberKey(here))).toEqual([]);
  x.simulator.say(x.person, `@opencall join ${offered.code.toLowerCase()}`);
  await waitUntil(async () => (await store.joining.joinedTo(memberKey(here))).length > 0, 'the joining');
  expect((await store.joining.joinedTo(memberKey(here)))[0]?.member).toMatchObject({ platform: 'x', id: x.person.id });
  expect([await x.requestsOf(x.person), (await x.requestsOf(thief)).length]).toEqual([[], 1]);
  expect(x.simulator.requests('POST /2/tweets')).toEqual([]);
});

describe('the sweep', () => {
  it('takes down what was deleted, hidden or suspended at X, and reads the likes of the rest', async () => {
    await x.start();
    const [deleted, hidden, kept] = await Promise.all([
      x.asked('a boat'),
      x.asked('a ship', x.simulator.addUser('shy')),
      x.asked('a raft', x.simulator.addUser('open')),
    ]);
    for (const { request } of [deleted, hidden, kept]) await x.deliver(request);
    const putAside = x.simulator.say(x.person, '@opencall a canoe');
    await x.walk(await x.requestOf(putAside), EVENTS.held);
    await x.stop();
    for (const post of [deleted.post, putAside]) x.simulator.delete(post);
    hidden.post.author.protected = true;
    const [reply] = x.simulator.repliesTo(kept.post);
    if (reply) x.simulator.like(x.person, reply);
    x.cursors.delete('x-upkeep');
    await x.start();
    await waitUntil(async () => (await x.state(deleted.post)) === 'removed', 'the deleted one');
    await waitUntil(async () => (await x.state(hidden.post)) === 'removed', 'the hidden one');
    await waitUntil(async () => (await x.state(putAside)) === 'withdrawn', 'the one put aside');
    expect(await x.state(kept.post)).toBe('delivered');
    await waitUntil(
      async () => (await records.store.x.likesOf([reply?.id ?? ''])).get(reply?.id ?? '') === 1,
      'the like',
    );
    await x.deliver(await x.requestOf(deleted.post));
    expect(x.simulator.repliesTo(deleted.post)).toHaveLength(0);
  });
});

describe('money', () => {
  it('is counted as X counts it', async () => {
    await x.start();
    const billed = async () => {
      const spent = await records.store.x.spendingOn(new Date().toISOString().slice(0, 10));
      return spent.reduce((sum, { microDollars }) => sum + microDollars, 0) / 1e6;
    };
    const before = await billed();
    const { request, post } = await x.asked('a boat');
    await x.deliver(request);
    await x.platform().findOwnReply({ platform: 'x', channel: 'x', id: post.id }, 'c.any');
    await x.platform().stillThere({ platform: 'x', channel: 'x', id: post.id });
    expect((await billed()) - before).toBeCloseTo(x.simulator.ledger.dollars(), 6);
    expect(Object.fromEntries(x.simulator.ledger.bought)).toEqual({ 'own-read': 2, reply: 1, 'alt-text': 1 });
  });

  it('stops reading before replying', async () => {
    await x.start({ dailyDollars: 1000 });
    const { request, post } = await x.asked('a boat');
    await x.stop();
    const day = new Date().toISOString().slice(0, 10);
    const dollars = (await records.store.x.spendingOn(day)).reduce((sum, each) => sum + each.microDollars, 0) / 1e6;
    // Four fifths of the day's money are spent.
    await x.start({ dailyDollars: dollars * 1.25 });
    const asked = x.simulator.requests('GET /2/users/{id}/mentions').length;
    await x.deliver(request);
    expect(x.simulator.repliesTo(post)).toHaveLength(1);
    expect(x.simulator.requests('GET /2/users/{id}/mentions')).toHaveLength(asked);
  });
});

describe('a burst', () => {
  const begun = Date.now() - 50_000;
  const burst = (count: number) =>
    Array.from({ length: count }, (_, place) =>
      x.simulator.say(x.simulator.addUser(`p${place}`), `@opencall kite ${place}`, { at: begun + place * 10 }),
    );

  it('of more than a page is heard', async () => {
    const posts = burst(101);
    const before = await records.store.requests.count({});
    // However long it took to say all of this.
    await x.start({ lookBackMs: HOUR_MS });
    await waitUntil(async () => (await records.store.requests.count({})) === before + posts.length, 'all of them');
  });

  it('is searched for those beyond the 800 that X lists', async () => {
    const posts = burst(901);
    const clock = () => new Date();
    const tokens = fixedTokens(x.simulator.keys);
    const client = createXClient({ apiUrl: x.simulator.url, tokens, clock });
    const purse = createPurse({ records: records.store.x, clock, dailyDollars: 1000 });
    const found: string[] = [];
    for await (const page of listMentions({ client, purse }, x.simulator.bot, BigInt(posts[0]?.id ?? 0) - 1n)) {
      found.push(...page.map(({ post }) => post.id));
    }
    expect(found.toSorted()).toEqual(posts.map(({ id }) => id).toSorted());
    expect(x.simulator.requests('GET /2/tweets/search/recent').length).toBeGreaterThan(0);
  });
});
